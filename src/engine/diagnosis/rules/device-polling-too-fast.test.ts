import { checkRule } from '../../../testing/check-rule.ts';

const start =
  'POST https://op.test/device_authorization client_id=c -> 200 {"device_code":"d","user_code":"u","verification_uri":"https://op.test/device","interval":5} @0s';
const polls = (error: string, ...seconds: readonly number[]): string =>
  seconds
    .map(
      (second) =>
        `POST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=c&device_code=d -> 400 {"error":"${error}"} @${second}s`,
    )
    .join('\n');

checkRule('device-polling-too-fast', {
  fails: {
    'every second': {
      trace: `${start}\n${polls('authorization_pending', 1, 2, 3, 4)}`,
      severity: 'warning',
      cause: undefined,
    },
    'slow_down is not heeded': {
      trace: `${start}\n${polls('slow_down', 5, 10, 15, 20, 25)}`,
      severity: 'error',
      cause: undefined,
    },
  },
  silent: {
    'late, as in a tab in the background': `${start}\n${polls('authorization_pending', 5, 65, 125)}`,
    'as the server says': `${start}\n${polls('authorization_pending', 5, 10, 15.2, 20.1)}`,
    'one early poll': `${start}\n${polls('authorization_pending', 5, 8, 13, 18)}`,
    'slower after slow_down': `${start}\n${polls('slow_down', 5)}\n${polls('authorization_pending', 15, 25, 35)}`,
  },
});
