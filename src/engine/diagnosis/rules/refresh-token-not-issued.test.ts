import { checkRule } from '../../../testing/check-rule.ts';

const login = (ask: string, answer: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&${ask} -> 302 https://app.test/cb?code=k1&state=s
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 ${answer}`;

checkRule('refresh-token-not-issued', {
  fails: {
    'offline_access brings none': {
      trace: login('scope=openid+offline_access', '{"access_token":"t"}'),
      severity: 'warning',
      cause: undefined,
    },
    'the server declines openly': {
      trace: login('scope=openid+offline_access', '{"access_token":"t","scope":"openid"}'),
      severity: 'info',
      cause: undefined,
    },
    'a later login at Google': {
      trace: login('scope=openid&access_type=offline', '{"access_token":"t"}'),
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'a refresh brings no new one': `${login('scope=openid+offline_access', '{"access_token":"t","refresh_token":"r"}')}\nPOST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"t2"}`,
    'it came': login('scope=openid+offline_access', '{"access_token":"t","refresh_token":"r"}'),
    'none was asked for': login('scope=openid', '{"access_token":"t"}'),
    'the body was not captured': `${login('scope=openid+offline_access', '')} unknown=responseBody`,
  },
});
