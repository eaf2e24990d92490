import { checkRule } from '../../../testing/check-rule.ts';

const trace = (
  url: string,
  issuer: string,
  answer = '302 https://app.test/cb?error=access_denied&state=s',
): string =>
  `GET ${url} -> 200 {"issuer":"${issuer}","authorization_endpoint":"https://op.test/authorize"}
   GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> ${answer}`;
const plain = 'https://op.test/.well-known/openid-configuration';

checkRule('metadata-issuer-mismatch', {
  fails: {
    'another host': {
      trace: trace(plain, 'http://op.internal'),
      severity: 'warning',
      cause: 'access_denied',
    },
    'the login works': {
      trace: `${trace(plain, 'http://op.internal', '302 https://app.test/cb?code=k&state=s')}\nPOST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t"}`,
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'the document stands at a redirect’s target': `GET https://op.test/.well-known/openid-configuration -> 302 https://cdn.test/op.json\n${trace('https://cdn.test/op.json', 'https://op.test')}`,
    'a policy in the query and the path (Azure AD B2C)': `GET https://acme.b2clogin.com/acme.onmicrosoft.com/b2c_1_signin/v2.0/.well-known/openid-configuration -> 200 {"issuer":"https://acme.b2clogin.com/acme.onmicrosoft.com/b2c_1_signin/v2.0/","authorization_endpoint":"https://acme.b2clogin.com/acme.onmicrosoft.com/b2c_1_signin/oauth2/v2.0/authorize"}\nGET https://acme.b2clogin.com/acme.onmicrosoft.com/b2c_1_signin/oauth2/v2.0/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?error=access_denied&state=s`,
    'its own': trace(plain, 'https://op.test'),
    'a final slash': trace(plain, 'https://op.test/'),
    'a path after the well-known one (RFC 8414 §3.1)': trace(
      'https://op.test/.well-known/oauth-authorization-server/tenant',
      'https://op.test/tenant',
    ),
    'a template for many tenants': trace(plain, 'https://op.test/{tenantid}/v2.0'),
  },
});
