import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const idToken = unsignedJwt({ aud: 'c', nonce: 'n' });
const login = `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k -> 200 {"access_token":"t","token_type":"Bearer","id_token":"${idToken}"}`;
const call = (url: string, token: string, answer: string): string =>
  `GET ${url} [Authorization: Bearer ${token}] -> ${answer}`;
const refused = '401 [WWW-Authenticate: Bearer error="invalid_token"] ';

checkRule('id-token-as-access-token', {
  fails: {
    'an API refuses it': {
      trace: `${login}\n${call('https://api.test/x', idToken, refused)}`,
      severity: 'error',
      cause: undefined,
    },
    'userinfo refuses it': {
      trace: `${login}\n${call('https://op.test/userinfo', idToken, refused)}`,
      severity: 'error',
      cause: 'access_token_invalid',
      says: /carries the ID token/,
    },
  },
  silent: {
    'the access token is refused': `${login}\n${call('https://api.test/x', 't', refused)}`,
    'an API that wants ID tokens': `${login}\n${call('https://api.test/x', idToken, '200 {}')}`,
    'an access token whose audience is the client': `${login.replace('"t"', `"${unsignedJwt({ aud: 'c', scope: 'a' })}"`)}\n${call('https://api.test/x', unsignedJwt({ aud: 'c', scope: 'a' }), refused)}`,
  },
});
