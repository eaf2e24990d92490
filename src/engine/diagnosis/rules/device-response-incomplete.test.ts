import { checkRule } from '../../../testing/check-rule.ts';

const answer = (members: string): string =>
  `POST https://op.test/device_authorization client_id=tv&scope=openid -> 200 {"device_code":"d123456"${members}}`;
const whole =
  ',"user_code":"WDJB-MJHT","verification_uri":"https://op.test/device","expires_in":600,"interval":5';

checkRule('device-response-incomplete', {
  fails: {
    'no address': {
      trace: answer(',"user_code":"WDJB-MJHT","expires_in":600'),
      severity: 'error',
      cause: undefined,
      says: /no verification_uri/,
    },
    'no lifetime': {
      trace: answer(whole.replace(',"expires_in":600', '')),
      severity: 'warning',
      cause: undefined,
    },
    'no https': {
      trace: answer(whole.replace('https', 'http')),
      severity: 'warning',
      cause: undefined,
    },
    'the name of an early draft': {
      trace: answer(whole.replace('verification_uri', 'verification_url')),
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'all is well': answer(whole),
    'a server on this computer': answer(whole.replace('https://op.test', 'http://127.0.0.1:3000')),
    'a refusal': 'POST https://op.test/device_authorization client_id=tv -> 401 {"error":"invalid_client"}',
  },
});
