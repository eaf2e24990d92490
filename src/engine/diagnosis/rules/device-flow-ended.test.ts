import { checkRule } from '../../../testing/check-rule.ts';

const start =
  'POST https://op.test/device_authorization client_id=c -> 200 {"device_code":"d","user_code":"u","verification_uri":"https://op.test/device"} @0s';
const poll = (answer: string, second: number): string =>
  `POST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=c&device_code=d -> ${answer} @${second}s`;
const error = (code: string): string => `400 {"error":"${code}"}`;

checkRule('device-flow-ended', {
  fails: {
    'it expired': {
      trace: `${start}\n${poll(error('authorization_pending'), 5)}\n${poll(error('expired_token'), 10)}`,
      severity: 'error',
      cause: 'device_code_expired',
    },
    'the user refused': {
      trace: `${start}\n${poll(error('access_denied'), 5)}`,
      severity: 'info',
      cause: 'device_denied',
    },
    'it expired, says a server that has no code for it': {
      trace: `${start}\n${poll('400 {"error":"invalid_grant","error_description":"The device code has expired"}', 10)}`,
      severity: 'error',
      cause: 'device_code_expired',
    },
    'polling went on': {
      trace: `${start}\n${poll(error('expired_token'), 5)}\n${poll(error('invalid_grant'), 10)}`,
      severity: 'error',
      cause: 'device_code_expired',
      says: /went on polling/,
    },
    'the code was used before': {
      trace: `${start}\n${poll('200 {"access_token":"t"}', 5)}\n${poll(error('invalid_grant'), 10)}`,
      severity: 'error',
      cause: 'device_code_expired',
      says: /after it had been redeemed/,
    },
  },
  silent: {
    pending: `${start}\n${poll(error('authorization_pending'), 5)}`,
    'it worked': `${start}\n${poll('200 {"access_token":"t"}', 5)}`,
    'the client is refused': `${start}\n${poll('401 {"error":"invalid_client"}', 5)}`,
  },
});
