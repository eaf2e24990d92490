import { checkRule } from '../../../testing/check-rule.ts';

const ask = 'POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=x';

checkRule('grant-not-allowed-for-client', {
  fails: {
    'a server that answers the code alone (Spring)': {
      trace: `${ask.replace('&client_secret=x', '')} -> 400 {"error":"unauthorized_client"}`,
      severity: 'error',
      cause: 'grant_type_not_allowed',
    },
    'the token endpoint says so': {
      trace: `${ask} -> 400 {"error":"unauthorized_client"}`,
      severity: 'error',
      cause: 'grant_type_not_allowed',
    },
    'the answer to the login says so': {
      trace:
        'GET https://op.test/authorize?response_type=token&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb#error=unauthorized_client&state=s',
      severity: 'error',
      cause: 'grant_type_not_allowed',
    },
  },
  silent: {
    'Keycloak means the credentials': `${ask} -> 401 {"error":"unauthorized_client","error_description":"Invalid client or Invalid client credentials"}`,
    'another error': `${ask} -> 401 {"error":"invalid_client"}`,
    'it worked': `${ask} -> 200 {"access_token":"t"}`,
  },
});
