import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=code-of-this-login&state=s';
const landing = 'GET https://app.test/cb?code=code-of-this-login&state=s -> 200 <p>hi</p>';
const redeem =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=code-of-this-login&redirect_uri=https://app.test/cb -> 200 {"access_token":"at1","token_type":"Bearer","refresh_token":"rt1"}';
const relay = (url: string): string => `POST ${url} {"code":"code-of-this-login"} -> 200 {} kind=fetch`;

checkRule('credential-sent-to-wrong-party', {
  fails: {
    'the refresh token goes to the API': {
      trace: `${ask}\n${redeem}\nGET https://api.test/items [Authorization: Bearer rt1] -> 401 {}`,
      severity: 'error',
      cause: undefined,
      says: /refresh token is sent to an API/,
    },
    'the refresh token goes to the endpoint for the user’s data': {
      trace: `${ask}\n${redeem}\nGET https://op.test/userinfo [Authorization: Bearer rt1] -> 401 {"error":"invalid_token"}`,
      severity: 'error',
      cause: 'access_token_invalid',
    },
    'the code goes to another site': {
      trace: `${ask}\n${landing}\n${relay('https://collector.example/e')}`,
      severity: 'info',
      cause: undefined,
      says: /neither the app’s nor the server’s/,
    },
  },
  silent: {
    'the value is short, and may be equal by chance':
      `${ask}\n${landing}\n${relay('https://collector.example/e')}`.replaceAll(
        'code-of-this-login',
        '123456',
      ),
    'the server issued one value as both tokens': `${ask}\n${redeem.replace('rt1', 'at1')}\nGET https://api.test/items [Authorization: Bearer at1] -> 401 {}`,
    'the access token goes to an API': `${ask}\n${redeem}\nGET https://api.test/items [Authorization: Bearer at1] -> 401 {}`,
    'the page hands the code to its own server': `${ask}\n${landing}\n${relay('https://app.test/api/session')}`,
    'the server of the app has a name of its own':
      `${ask}\n${landing}\n${relay('https://api.app.test/session')}`.replaceAll(
        'https://app.test',
        'https://www.app.test',
      ),
    'a development server on another port':
      `${ask}\n${landing}\n${relay('http://127.0.0.1:4000/session')}`.replaceAll(
        'https://app.test',
        'http://localhost:3000',
      ),
    'an address, whose owner nobody knows': `${ask}\n${landing}\n${relay('http://10.0.0.7/session')}`,
    'the code goes to the authorization server': `${ask}\n${landing}\n${relay('https://op.test/exchange')}`,
  },
});
