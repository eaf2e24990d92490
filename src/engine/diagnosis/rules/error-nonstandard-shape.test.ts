import { checkRule, type FailingFixture } from '../../../testing/check-rule.ts';

const call = (answer: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb ${answer}`;
const odd = (answer: string, cause: FailingFixture['cause']): FailingFixture => ({
  trace: call(answer),
  severity: 'info',
  cause,
});

checkRule('error-nonstandard-shape', {
  fails: {
    'a status of success (GitHub)': {
      trace: call('-> 200 {"error":"bad_verification_code"}'),
      severity: 'warning',
      cause: 'redirect_uri_mismatch_at_token',
    },
    'members of the vendor’s own (Okta)': odd(
      '-> 400 {"errorCode":"invalid_client","errorSummary":"Invalid value for \'client_id\' parameter."}',
      'client_secret_missing',
    ),
    'invalid_grant with 403 (Auth0)': odd(
      '-> 403 {"error":"invalid_grant"}',
      'redirect_uri_mismatch_at_token',
    ),
    'a code of the vendor’s own': odd('-> 400 {"error":"invalid_code"}', 'redirect_uri_mismatch_at_token'),
  },
  silent: {
    'the standard’s form': call('-> 400 {"error":"invalid_grant"}'),
    'invalid_client with 401': call('-> 401 {"error":"invalid_client"}'),
    tokens: call('-> 200 {"access_token":"t","token_type":"Bearer"}'),
    'the server is broken': call('-> 502 <h1>Bad gateway</h1>'),
    'an API has its own rules': `${call('-> 200 {"access_token":"t","token_type":"Bearer"}')}\nGET https://api.test/rows [Authorization: Bearer t] -> 400 {"errorCode":"E7"}`,
    'a device polls': `POST https://op.test/device_authorization client_id=c -> 200 {"device_code":"d","user_code":"A-B","verification_uri":"https://op.test/device","expires_in":600}\nPOST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=d&client_id=c -> 200 {"error":"authorization_pending"}`,
  },
});
