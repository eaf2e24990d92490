import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';
import { traceStart } from '../../../testing/trace-text.ts';

const one = '0f0e0d0c-1111-2222-3333-444455556666';
const other = '99999999-1111-2222-3333-444455556666';
const now = traceStart / 1000;
const login = (tenant: string, claims: object, more = ''): string =>
  `GET https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?response_type=code&scope=openid&client_id=c&redirect_uri=https://app.test/cb&state=some-state-123${more} -> 302 https://app.test/cb?code=k1&state=some-state-123
   POST https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer","id_token":"${unsignedJwt({ aud: 'c', sub: 'u', iat: now, exp: now + 600, ...claims })}"}`;

checkRule('id-token-tenant-mismatch', {
  fails: {
    'another tenant (Entra ID)': { trace: login(one, { tid: other }), severity: 'error', cause: undefined },
    'another organisation (Auth0)': {
      trace: login('common', { org_id: 'org_b' }, '&organization=org_a'),
      severity: 'error',
      cause: undefined,
    },
    'another domain (Google)': {
      trace: login('common', { hd: 'b.test' }, '&hd=a.test'),
      severity: 'error',
      cause: undefined,
    },
  },
  silent: {
    'a guest signs in at the tenant that was asked for': login(one, {
      tid: one,
      idp: `https://sts.windows.net/${other}/`,
    }),
    'the tenant that was asked for': login(one, { tid: one }),
    'a tenant’s name and its GUID': login('contoso.onmicrosoft.com', { tid: one }),
    'any tenant': login('common', { tid: one }),
    'an organisation’s name and its id': login('common', { org_id: 'org_a' }, '&organization=acme'),
    'any domain': login('common', { hd: 'b.test' }, '&hd=*'),
    'a private account has no domain': login('common', {}, '&hd=a.test'),
  },
});
