import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const login = (answer: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s @0s
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 ${answer} @1s`;
const refresh = (token = 'r1'): string =>
  `POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=${token}`;
const refused = '-> 400 {"error":"invalid_grant"}';

checkRule('refresh-token-expired', {
  fails: {
    'the time that the answer gave has passed': {
      trace: `${login('{"access_token":"t1","refresh_token":"r1","refresh_expires_in":60}')}\n${refresh()} ${refused} @90s`,
      severity: 'error',
      cause: 'refresh_token_expired',
      says: /used 1\.5 min after it was issued for 1 min/,
    },
    'the token says so itself': {
      trace: `${refresh(unsignedJwt({ exp: 1_799_999_000 }))} ${refused}`,
      severity: 'error',
      cause: 'refresh_token_expired',
      says: /expired 17 min before/,
    },
    'the server says so': {
      trace: `${refresh()} -> 400 {"error":"invalid_grant","error_description":"The refresh token expired."}`,
      severity: 'error',
      cause: 'refresh_token_expired',
    },
    'it was not used for two days': {
      trace: `${login('{"access_token":"t1","refresh_token":"r1"}')}\n${refresh()} ${refused} @180000s`,
      severity: 'info',
      cause: 'refresh_token_expired',
      says: /^Probably the refresh token had expired/,
    },
  },
  silent: {
    'the refresh worked': `${login('{"access_token":"t1","refresh_token":"r1","refresh_expires_in":60}')}\n${refresh()} -> 200 {"access_token":"t2","refresh_token":"r2"} @90s`,
    'an invalid_grant alone proves no expiry': `${login('{"access_token":"t1","refresh_token":"r1"}')}\n${refresh()} ${refused} @60s`,
    'a lifetime of 0 means never': `${login('{"access_token":"t1","refresh_token":"r1","refresh_expires_in":0}')}\n${refresh()} ${refused} @60s`,
    'the client was refused, so nobody looked at the token': `${login('{"access_token":"t1","refresh_token":"r1","refresh_expires_in":60}')}\n${refresh()} -> 401 {"error":"invalid_client"} @90s`,
  },
});
