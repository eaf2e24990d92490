import { checkRule } from '../../../testing/check-rule.ts';

const ask = (grant: string): string =>
  `POST https://op.test/token grant_type=${grant}&client_id=c&client_secret=x&code=k`;
const metadata = (grants: string): string =>
  `GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","token_endpoint":"https://op.test/token","grant_types_supported":${grants}}`;

checkRule('grant-type-unsupported', {
  fails: {
    'it is misspelt': {
      trace: `${ask('authorization-code')} -> 400 {"error":"unsupported_grant_type"}`,
      severity: 'error',
      cause: 'grant_type_unsupported',
      says: /“authorization-code” is misspelt: it is to be “authorization_code”/,
    },
    'the server does not know it': {
      trace: `${ask('client_credentials')} -> 400 {"error":"unsupported_grant_type"}`,
      severity: 'error',
      cause: 'grant_type_unsupported',
      says: /does not support the grant_type “client_credentials”/,
    },
    'the server answers a misspelling with another code': {
      trace: `${ask('client_credential')} -> 400 {"error":"invalid_request"}`,
      severity: 'error',
      cause: 'grant_type_unsupported',
    },
    'metadata does not list it': {
      trace: `${metadata('["authorization_code"]')}\n${ask('client_credentials')} -> 400 {"error":"invalid_request"}`,
      severity: 'warning',
      cause: 'request_malformed',
    },
  },
  silent: {
    'a grant that works': `${ask('client_credentials')} -> 200 {"access_token":"t"}`,
    'an extension that the server knows': `${ask('https://vendor.test/grant')} -> 400 {"error":"invalid_request"}`,
    'metadata leaves refresh_token out': `${metadata('["authorization_code"]')}\nPOST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 400 {"error":"invalid_grant"}`,
  },
});
