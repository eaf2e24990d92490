import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s';
const code = `${ask} -> 302 https://app.test/cb?code=k1&state=s`;
const token =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/other';

checkRule('endpoint-throttled-or-5xx', {
  fails: {
    'the server fails, whatever else is wrong': {
      trace: `${code}\n${token} -> 500 <h1>oops</h1>`,
      severity: 'error',
      cause: 'server_error',
    },
    'too many requests': {
      trace: `${code}\n${token} -> 429 {"error":"invalid_grant"}`,
      severity: 'error',
      cause: 'rate_limited',
    },
    'a limit in the words of an invalid_grant': {
      trace: `${code}\n${token} -> 400 {"error":"invalid_grant","error_description":"You have exceeded the rate limit"}`,
      severity: 'error',
      cause: 'rate_limited',
    },
    'the answer to the login says so': {
      trace: `${ask} -> 302 https://app.test/cb?error=temporarily_unavailable&state=s`,
      severity: 'error',
      cause: 'server_error',
    },
  },
  silent: {
    'an ordinary refusal': `${code}\n${token} -> 400 {"error":"invalid_grant"}`,
    'the app’s own callback fails': `${code}\nGET https://app.test/cb?code=k1&state=s -> 500 <p>oops</p>`,
    'polling too fast':
      'POST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=c&device_code=d -> 400 {"error":"slow_down"}',
  },
});
