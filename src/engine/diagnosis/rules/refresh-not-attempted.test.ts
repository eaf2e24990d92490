import { checkRule } from '../../../testing/check-rule.ts';

const login = (more = ',"refresh_token":"r"'): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t1","token_type":"Bearer","expires_in":60${more}} @0s`;
const call = (second: number): string =>
  `GET https://api.test/x [Authorization: Bearer t1] -> 401 [WWW-Authenticate: Bearer error="invalid_token"] @${second}s`;
const userinfo = 'GET https://op.test/userinfo [Authorization: Bearer t1] -> 200 {"sub":"s"} @160s';
const refresh = (second: number): string =>
  `POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"t2","token_type":"Bearer","expires_in":60} @${second}s`;

checkRule('refresh-not-attempted', {
  fails: {
    'one call': {
      trace: `${login()}\n${call(120)}\n${userinfo}`,
      severity: 'warning',
      cause: undefined,
    },
    'call after call': {
      trace: `${login()}\n${call(120)}\n${call(180)}`,
      severity: 'error',
      cause: undefined,
    },
  },
  silent: {
    'the refresh may still come': `${login()}\n${call(120)}\n${call(121)}`,
    'a refresh follows': `${login()}\n${call(120)}\n${refresh(121)}`,
    'a refresh runs already': `${login()}\n${refresh(119)}\n${call(120)}`,
    'there is no refresh token': `${login('')}\n${call(120)}\n${call(180)}`,
    'the token had not expired': `${login()}\n${call(20)}`,
    'its life is not known': `${login().replace('"expires_in":60,', '')}\n${call(120)}`,
  },
});
