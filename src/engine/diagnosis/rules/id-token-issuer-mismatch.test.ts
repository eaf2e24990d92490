import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';
import { traceStart } from '../../../testing/trace-text.ts';

const metadata = (issuer: string): string =>
  `GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"${issuer}","authorization_endpoint":"https://op.test/authorize","token_endpoint":"https://op.test/token"} kind=fetch`;
const now = traceStart / 1000;
const login = (iss: string, more = ''): string =>
  `GET https://op.test/authorize?response_type=code&scope=openid&client_id=c&redirect_uri=https://app.test/cb&state=some-state-123 -> 302 https://app.test/cb?code=k1&state=some-state-123
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer","id_token":"${unsignedJwt({ iss, aud: 'c', sub: 'u', iat: now, exp: now + 600 })}"}${more}`;

checkRule('id-token-issuer-mismatch', {
  fails: {
    'another realm': {
      trace: `${metadata('https://op.test/realms/a')}\n${login('https://op.test/realms/b')}`,
      severity: 'error',
      cause: 'issuer_mismatch',
    },
    'a slash more': {
      trace: `${metadata('https://op.test')}\n${login('https://op.test/')}`,
      severity: 'error',
      cause: 'issuer_mismatch',
    },
    'the app went on with the tokens': {
      trace: `${metadata('https://op.test')}\n${login('https://login.op.test')}\nGET https://op.test/userinfo [Authorization: Bearer t] -> 200 {"sub":"u"}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'a broker is given another server’s ID token': `${metadata('https://op.test')}\n${login('https://op.test')}\nPOST https://upstream.test/token [Authorization: Basic ${btoa('broker:s')}] grant_type=authorization_code&code=k2&redirect_uri=https://op.test/broker/cb -> 200 {"access_token":"t2","token_type":"Bearer","id_token":"${unsignedJwt({ iss: 'https://upstream.test', aud: 'broker', sub: 'u', iat: now, exp: now + 600 })}"} tab=none`,
    'the same': `${metadata('https://op.test')}\n${login('https://op.test')}`,
    'Google without a scheme': `${metadata('https://accounts.google.com')}\n${login('accounts.google.com')}`,
    'a template for every tenant (Entra ID)': `${metadata('https://op.test/{tenantid}/v2.0')}\n${login('https://op.test/0f0e0d0c-1111-2222-3333-444455556666/v2.0')}`,
    'no discovery document was seen': login('https://other.test'),
    'the ID token is encrypted': `${metadata('https://op.test')}\n${login('https://x.test').replace(/"id_token":"[^"]*"/, '"id_token":"a.b.c.d.e"')}`,
    'another document of the same server': `${metadata('https://op.test')}\n${metadata('https://login.op.test').replace('//op.test/.well', '//login.op.test/.well')}\n${login('https://login.op.test')}`,
  },
});
