import { checkRule } from '../../../testing/check-rule.ts';

const basic = `[Authorization: Basic ${btoa('c:s')}] `;
const metadata = (members: string): string =>
  `GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","token_endpoint":"https://op.test/token"${members}} kind=fetch`;
const onlyPost = metadata(',"token_endpoint_auth_methods_supported":["client_secret_post"]');
const call = (header: string, form: string, answer: string): string =>
  `POST https://op.test/token ${header}grant_type=client_credentials${form} ${answer}`;
const refused = '-> 401 {"error":"invalid_client"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';

checkRule('client-auth-method-unsupported', {
  fails: {
    'the discovery document does not list it': {
      trace: `${onlyPost}\n${call(basic, '', refused)}`,
      severity: 'error',
      cause: 'client_auth_method_wrong',
      says: /client_secret_basic, which the server’s discovery document does not offer/,
    },
    'the server names the method (Ory Hydra)': {
      trace: call(
        basic,
        '',
        '-> 401 {"error":"invalid_client","error_description":"The OAuth 2.0 Client supports client authentication method \'client_secret_post\', but method \'client_secret_basic\' was requested."}',
      ),
      severity: 'error',
      cause: 'client_auth_method_wrong',
    },
    'another method worked before': {
      trace: `${call('', '&client_id=c&client_secret=s', issued)}\n${call(basic, '', refused)}`,
      severity: 'error',
      cause: 'client_auth_method_wrong',
      says: /last successful request used client_secret_post/,
    },
    'only mutual TLS is offered, and elsewhere': {
      trace: `${metadata(',"token_endpoint_auth_methods_supported":["tls_client_auth"],"mtls_endpoint_aliases":{"token_endpoint":"https://mtls.op.test/token"}')}\n${call('', '&client_id=c', refused)}`,
      severity: 'error',
      cause: 'client_auth_method_wrong',
      says: /presented no certificate/,
    },
    'mutual TLS is offered elsewhere, and a secret here': {
      trace: `${metadata(',"token_endpoint_auth_methods_supported":["tls_client_auth","client_secret_post"],"mtls_endpoint_aliases":{"token_endpoint":"https://mtls.op.test/token"}')}\n${call('', '&client_id=c', refused)}`,
      severity: 'error',
      cause: 'client_secret_missing',
    },
    'the server takes it all the same': {
      trace: `${onlyPost}\n${call(basic, '', issued)}`,
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'another endpoint’s list (revocation)': `${metadata(',"revocation_endpoint_auth_methods_supported":["client_secret_post"]')}\n${call(basic, '', refused)}`,
    'the document lists it': `${metadata(',"token_endpoint_auth_methods_supported":["client_secret_basic"]')}\n${call(basic, '', refused)}`,
    'the document lists nothing': `${metadata('')}\n${call('', '&client_id=c&client_secret=s', refused)}`,
    'no document was seen': call(basic, '', refused),
    'a public client': `${metadata(',"token_endpoint_auth_methods_supported":["client_secret_basic","none"]')}\n${call('', '&client_id=c', refused)}`,
    'the code is what is refused': `${onlyPost}\n${call(basic, '', '-> 400 {"error":"invalid_grant"}')}`,
  },
});
