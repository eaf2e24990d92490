import { checkRule } from '../../../testing/check-rule.ts';

const times = (line: string, ...seconds: readonly number[]): string =>
  seconds.map((second) => `${line} @${second}s`).join('\n');
const refresh = 'POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r1';
const refused = `${refresh} -> 400 {"error":"invalid_grant"}`;
const poll =
  'POST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=c&device_code=d1';

checkRule('refresh-loop', {
  fails: {
    'a refused refresh token is used three times': {
      trace: times(refused, 0, 60, 120),
      severity: 'error',
      cause: 'refresh_token_expired',
    },
    'one request is refused five times in a minute': {
      trace: times(`${refresh} -> 401 {"error":"invalid_client"}`, 0, 2, 4, 6, 8),
      severity: 'error',
      cause: 'client_secret_missing',
    },
  },
  silent: {
    'refused twice': times(refused, 0, 60),
    'refused three times in an hour': times(refused, 0, 1200, 2400),
    'polling for a device': times(`${poll} -> 400 {"error":"authorization_pending"}`, 0, 5, 10, 15, 20, 25),
    'nonces of DPoP': times(`${refresh} -> 400 {"error":"use_dpop_nonce"}`, 0, 1, 2, 3, 4, 5),
  },
});
