import { checkRule } from '../../../testing/check-rule.ts';

const discovery = (issuer: string, more = ''): string =>
  `GET ${issuer}/.well-known/openid-configuration -> 200 {"issuer":"${issuer}","authorization_endpoint":"${issuer}/authorize","token_endpoint":"${issuer}/token"${more}} kind=fetch`;
const ask = (iss = ''): string =>
  `GET https://a.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s${iss}`;
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
    'no document was seen': `${ask()}\n${redeem('https://b.test/token')} ${refused}`,
    'the code is of another login': `${discovery('https://a.test')}\n${ask()}\n${redeem('https://b.test/token').replace('code=k1', 'code=other')} ${refused}`,
    'Google uses two hosts': `GET https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s\n${redeem('https://oauth2.googleapis.com/token')} ${issued}`,
  },
});
