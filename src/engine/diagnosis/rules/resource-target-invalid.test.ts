import { checkRule } from '../../../testing/check-rule.ts';

const ask = (resource: string): string =>
  `POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=x&resource=${resource}`;

checkRule('resource-target-invalid', {
  fails: {
    'the server does not know it': {
      trace: `${ask('https://api.test')} -> 400 {"error":"invalid_target"}`,
      severity: 'error',
      cause: 'resource_invalid',
    },
    'it is no URI': {
      trace: `${ask('api')} -> 400 {"error":"invalid_target"}`,
      severity: 'error',
      cause: 'resource_invalid',
      says: /no absolute URI/,
    },
    'the answer to the login says so': {
      trace:
        'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&resource=https://api.test%23x -> 302 https://app.test/cb?error=invalid_target&state=s',
      severity: 'error',
      cause: 'resource_invalid',
      says: /has a fragment/,
    },
    'Entra’s v2.0 endpoint takes none': {
      trace: `${ask('https://graph.microsoft.com').replace('op.test', 'login.microsoftonline.com/t1/oauth2/v2.0')} -> 400 {"error":"invalid_request","error_description":"AADSTS901002: The 'resource' request parameter is not supported."}`,
      severity: 'error',
      cause: 'resource_invalid',
      says: /takes no resource parameter/,
    },
  },
  silent: {
    'an audience, which is a provider’s own parameter': `${ask('').replace('&resource=', '&audience=api')} -> 200 {"access_token":"t"}`,
    'a token exchange whose token is of no type': `${ask('https://api.test')}&subject_token=t&subject_token_type=urn:ietf:params:oauth:token-type:access_token -> 200 {"access_token":"t","token_type":"N_A","issued_token_type":"urn:ietf:params:oauth:token-type:access_token"}`,
    'a logical name that the server takes': `${ask('api')} -> 200 {"access_token":"t"}`,
    'another error': `${ask('api')} -> 400 {"error":"invalid_request"}`,
  },
});
