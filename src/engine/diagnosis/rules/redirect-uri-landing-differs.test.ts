import { checkRule } from '../../../testing/check-rule.ts';

const ask = (redirectUri: string, landing: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${redirectUri}&state=s -> 302 ${landing}`;
const redeemed = (redirectUri: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=${redirectUri} -> 200 {"access_token":"t","token_type":"Bearer"}`;

checkRule('redirect-uri-landing-differs', {
  fails: {
    'the callback sends the code on to the form with a slash': {
      trace: `${ask('https://app.test/cb', 'https://app.test/cb?code=k1&state=s')}
        GET https://app.test/cb?code=k1&state=s -> 301 https://app.test/cb/?code=k1&state=s
        GET https://app.test/cb/?code=k1&state=s -> 200 <p>hi</p>`,
      severity: 'warning',
      cause: undefined,
      says: /another form of its own URL/,
    },
    'that form was registered and worked': {
      trace: `${ask('http://app.test/cb', 'http://app.test/cb?code=k1&state=s')}
        GET http://app.test/cb?code=k1&state=s -> 301 https://app.test/cb?code=k1&state=s
        GET https://app.test/cb?code=k1&state=s -> 200 <p>hi</p> took=900ms
        ${redeemed('http://app.test/cb')} tab=none`,
      severity: 'info',
      cause: undefined,
    },
    'the server delivers to another path': {
      trace: ask('https://app.test/cb', 'https://app.test/other?code=k1&state=s'),
      severity: 'warning',
      cause: undefined,
    },
    'the server delivers to another host': {
      trace: ask('https://app.test/cb', 'https://elsewhere.test/cb?code=k1&state=s'),
      severity: 'error',
      cause: undefined,
    },
    'a query parameter of the redirect_uri is lost': {
      trace: ask('https://app.test/cb?tenant=7', 'https://app.test/cb?code=k1&state=s').replace(
        '?tenant=7',
        '%3Ftenant%3D7',
      ),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'the callback’s server hands the code on to a page of its own': `${ask('https://app.test/cb', 'https://app.test/cb?code=k1&state=s')}
      GET https://app.test/cb?code=k1&state=s -> 302 https://app.test/shop?code=k1&state=s
      GET https://app.test/shop?code=k1&state=s -> 200 <p>hi</p>`,
    'it lands where it was asked to': `${ask('https://app.test/cb', 'https://app.test/cb?code=k1&state=s')}\n${redeemed('https://app.test/cb')}`,
    'a URL without a path comes back with a slash (Entra ID)': ask(
      'https://app.test',
      'https://app.test/?code=k1&state=s',
    ),
    'the default port is left out': ask('https://app.test:443/cb', 'https://app.test/cb?code=k1&state=s'),
    'the server adds parameters of its own': ask(
      'https://app.test/cb',
      'https://app.test/cb?code=k1&state=s&session_state=x&extra=1',
    ),
    'parameters come in the fragment': ask('https://app.test/cb', 'https://app.test/cb#code=k1&state=s'),
    'an own query parameter is kept': ask(
      'https://app.test/cb%3Ftenant%3D7',
      'https://app.test/cb?tenant=7&code=k1&state=s',
    ),
    'an own parameter has the name of a response parameter': ask(
      'https://app.test/cb%3Fscope%3Dx',
      'https://app.test/cb?scope=x&code=k1&state=s',
    ),
    'the callback cleans the URL afterwards': `${ask('https://app.test/cb', 'https://app.test/cb?code=k1&state=s')}\nGET https://app.test/cb?code=k1&state=s -> 302 https://app.test/home`,
    'the server shows its own error page': ask(
      'https://app.test/cb',
      'https://op.test/error?error=redirect_mismatch&client_id=c',
    ),
    'the redirect_uri is a popup keyword': ask('postmessage', 'https://app.test/cb?code=k1&state=s'),
  },
});
