import { checkRule } from '../../../testing/check-rule.ts';

const discovery = (issuer: string, more = ''): string =>
  `GET ${issuer}/.well-known/openid-configuration -> 200 {"issuer":"${issuer}","authorization_endpoint":"${issuer}/authorize","token_endpoint":"${issuer}/token"${more}} kind=fetch`;
const ask = (iss = ''): string =>
  `GET https://a.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s${iss}`;
/** A user flow of Azure AD B2C, named by a parameter of each endpoint. */
const userFlow = (p: string): string =>
  `GET https://a.test/.well-known/openid-configuration?p=${p} -> 200 {"issuer":"https://a.test","authorization_endpoint":"https://a.test/authorize?p=${p}","token_endpoint":"https://a.test/token?p=${p}"} kind=fetch`;
const redeem = (url: string): string =>
  `POST ${url} grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb`;
const refused = '-> 400 {"error":"invalid_grant"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';

checkRule('as-mismatch-authorize-token', {
  fails: {
    'both discovery documents were seen': {
      trace: `${discovery('https://a.test')}\n${discovery('https://b.test')}\n${ask()}\n${redeem('https://b.test/token')} ${refused}`,
      severity: 'error',
      cause: 'tenant_mismatch',
      says: /issued by https:\/\/a\.test and redeemed at another authorization server: https:\/\/b\.test/,
    },
    'the answer names its issuer, whose document lists another token endpoint': {
      trace: `${discovery('https://a.test')}\n${ask('&iss=https%3A%2F%2Fa.test')}\n${redeem('https://b.test/token')} ${refused}`,
      severity: 'error',
      cause: 'tenant_mismatch',
    },
    'the other server answers invalid_client': {
      trace: `${discovery('https://a.test')}\n${ask()}\n${redeem('https://b.test/token')} -> 401 {"error":"invalid_client"}`,
      severity: 'error',
      cause: 'tenant_mismatch',
    },
  },
  silent: {
    'one document lists endpoints on two hosts': `${discovery('https://a.test').replace('"https://a.test/token"', '"https://tokens.test/token"')}\n${ask()}\n${redeem('https://tokens.test/token')} ${refused}`,
    'the token endpoint is a mutual-TLS alias': `${discovery('https://a.test', ',"mtls_endpoint_aliases":{"token_endpoint":"https://mtls.a.test/token"}')}\n${ask()}\n${redeem('https://mtls.a.test/token')} ${refused}`,
    'the document lists a token endpoint with a parameter': `${userFlow('b2c_1_in')}\n${ask('&iss=https://a.test').replace('authorize?', 'authorize?p=b2c_1_in&')}\n${redeem('https://a.test/token?p=b2c_1_in')} ${refused}`,
    'one issuer has two documents': `${userFlow('b2c_1_a')}\n${userFlow('b2c_1_in')}\n${ask('&iss=https://a.test').replace('authorize?', 'authorize?p=b2c_1_in&')}\n${redeem('https://a.test/token?p=b2c_1_in')} ${refused}`,
    'no document was seen': `${ask()}\n${redeem('https://b.test/token')} ${refused}`,
    'the code is of another login': `${discovery('https://a.test')}\n${ask()}\n${redeem('https://b.test/token').replace('code=k1', 'code=other')} ${refused}`,
    'Google uses two hosts': `GET https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s\n${redeem('https://oauth2.googleapis.com/token')} ${issued}`,
  },
});
