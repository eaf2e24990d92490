import { checkRule } from '../../../testing/check-rule.ts';

const ask = (parameters: string, target: string): string =>
  `GET https://op.test/authorize?client_id=c&redirect_uri=https://app.test/cb&state=s&${parameters} -> 302 https://app.test/cb${target}`;
const login = (parameters: string, answer: string): string =>
  `${ask(`response_type=code&${parameters}`, '?code=k&state=s')}
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 ${answer}`;

checkRule('id-token-missing', {
  fails: {
    'openid was asked for': {
      trace: login('scope=openid', '{"access_token":"t"}'),
      severity: 'info',
      cause: undefined,
    },
    'openid was forgotten': {
      trace: login('scope=email&nonce=n', '{"access_token":"t"}'),
      severity: 'warning',
      cause: undefined,
      says: /scope lacks openid/,
    },
    'the front channel lacks it': {
      trace: ask(
        'response_type=id_token+token&nonce=n&scope=openid',
        '#access_token=t&token_type=bearer&state=s',
      ),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'it came': login('scope=openid', '{"access_token":"t","id_token":"a.b.c"}'),
    'plain OAuth': login('scope=repo', '{"access_token":"t"}'),
    'the token request failed': login('scope=openid', '{"access_token":"t"}').replace(
      '-> 200 {"access_token":"t"}',
      '-> 400 {"error":"invalid_grant"}',
    ),
    'the body was not captured': `${login('scope=openid', '')} unknown=responseBody`,
    'a refresh brings none': `${login('scope=openid', '{"access_token":"t","id_token":"a.b.c","refresh_token":"r"}')}\nPOST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"u"}`,
  },
});
