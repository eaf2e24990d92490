import { checkRule } from '../../../testing/check-rule.ts';

const redeem = (answer: string, more = '', header = '', code = 'k1'): string =>
  `POST https://op.test/token ${header}grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=https://app.test/cb${more} ${answer}`;
const refused = '-> 401 {"error":"invalid_client"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';

checkRule('client-auth-missing', {
  fails: {
    'generic words': { trace: redeem(refused), severity: 'error', cause: 'client_secret_missing' },
    'a server with a code of its own for it': {
      trace: `POST https://id.test/api/glwd/token grant_type=authorization_code&client_id=c&code=k1 -> 403 {"error":"unauthorized_client"}`,
      severity: 'error',
      cause: 'client_secret_missing',
    },
    'the server says that it found none': {
      trace: redeem('-> 401 {"error":"invalid_client","error_description":"No client credentials found."}'),
      severity: 'error',
      cause: 'client_secret_missing',
      says: /^The client must authenticate/,
    },
  },
  silent: {
    'a public client that is let in': redeem(issued),
    'an attestation was sent': redeem(refused, '', '[OAuth-Client-Attestation: e.e.e] '),
    'a secret was sent': redeem(refused, '&client_secret=s'),
    'the headers were not captured': `${redeem(refused)} unknown=requestHeaders`,
    'the body was not captured': `${redeem(refused)} unknown=requestBody`,
    'a client certificate authenticates at the mutual-TLS alias': `GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","token_endpoint":"https://op.test/other","mtls_endpoint_aliases":{"token_endpoint":"https://op.test/token"}} kind=fetch
      ${redeem(refused)}`,
    'the endpoint is named for mutual TLS': redeem(refused).replace('op.test/token', 'mtls.op.test/token'),
    'the server says that it does not know the client': redeem(
      '-> 401 {"error":"invalid_client","error_description":"The client does not exist"}',
    ),
    'the same client got in without before': `${redeem(issued, '', '', 'k0')}\n${redeem(refused)}`,
    'the code is what is refused': redeem('-> 400 {"error":"invalid_grant"}'),
  },
});
