import { checkRule } from '../../../testing/check-rule.ts';

const login = (authorize: string, token: string, answer: string): string =>
  `GET ${authorize}?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s
   POST ${token} grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb ${answer}`;
const refused = '-> 400 {"error":"invalid_grant"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';

checkRule('tenant-sibling-authorize-token', {
  fails: {
    'two Keycloak realms': {
      trace: login(
        'https://sso.test/realms/a/protocol/openid-connect/auth',
        'https://sso.test/realms/b/protocol/openid-connect/token',
        refused,
      ),
      severity: 'error',
      cause: 'tenant_mismatch',
      says: /“a”.*“b”/,
    },
    'two Okta orgs': {
      trace: login(
        'https://dev-1.okta.com/oauth2/v1/authorize',
        'https://dev-2.okta.com/oauth2/v1/token',
        refused,
      ),
      severity: 'error',
      cause: 'tenant_mismatch',
    },
    'two servers on one development host': {
      trace: login('http://localhost:4701/auth', 'http://localhost:4702/token', refused),
      severity: 'error',
      cause: 'tenant_mismatch',
    },
    'two regions, and one code': {
      trace: login('https://eu.sso.example/authorize', 'https://us.sso.example/token', refused),
      severity: 'error',
      cause: 'tenant_mismatch',
    },
    'it worked all the same': {
      trace: login('https://acme.auth0.com/authorize', 'https://acme.eu.auth0.com/oauth/token', issued),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'one server': login('https://op.test/authorize', 'https://op.test/token', refused),
    'Amazon has a host for each role': login(
      'https://www.amazon.com/ap/oa',
      'https://api.amazon.com/auth/o2/token',
      issued,
    ),
    'common stands for any tenant': login(
      'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
      'https://login.microsoftonline.com/0f0e0d0c-1111-2222-3333-444455556666/oauth2/v2.0/token',
      refused,
    ),
    'two regions, and the code of another login': login(
      'https://eu.sso.example/authorize',
      'https://us.sso.example/token',
      refused,
    ).replace('&code=k1&', '&code=k2&'),
    'one server on two ports that works': login(
      'http://localhost:4444/oauth2/auth',
      'http://localhost:4445/oauth2/token',
      issued,
    ),
    'a discovery document decides instead': `GET https://a.sso.test/.well-known/openid-configuration -> 200 {"issuer":"https://a.sso.test","authorization_endpoint":"https://a.sso.test/authorize","token_endpoint":"https://b.sso.test/token"} kind=fetch
      ${login('https://a.sso.test/authorize', 'https://b.sso.test/token', refused)}`,
  },
});
