import { checkRule } from '../../../testing/check-rule.ts';

const call = (answer: string): string =>
  `POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=s ${answer}`;

checkRule('server-log-handles', {
  fails: {
    'ids in the body (Entra ID)': {
      trace: call('-> 401 {"error":"invalid_client","trace_id":"7f8e9d0c","correlation_id":"11d2c3b4"}'),
      severity: 'info',
      cause: 'client_secret_wrong',
    },
    'an id in a header (Okta)': {
      trace: `${call('-> 401 {"error":"invalid_client"}')} [X-Okta-Request-Id: abc]`,
      severity: 'info',
      cause: 'client_secret_wrong',
    },
    'neither, so time and client must do': {
      trace: call('-> 401 {"error":"invalid_client"}'),
      severity: 'info',
      cause: 'client_secret_wrong',
    },
  },
  silent: {
    'an answer with tokens': call('-> 200 {"access_token":"t","token_type":"Bearer"}'),
    'no answer': call('-> net::ERR_CONNECTION_REFUSED'),
    'the app’s own callback':
      'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s\nGET https://app.test/cb?code=k1&state=s -> 500 <p>oops</p>',
  },
});
