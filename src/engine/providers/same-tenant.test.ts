import { describe, expect, test } from 'vitest';
import { sameTenant, type TenantRelation } from './same-tenant.ts';

/** Two endpoints of one login, in the URL shapes of the providers, and how their tenants relate without any metadata. */
const vectors: readonly (readonly [string, string, TenantRelation])[] = [
  [
    'https://domain-123.okta.com/oauth2/default/v1/authorize?client_id=x',
    'https://domain-456.okta.com/oauth2/default/v1/token',
    'sibling',
  ],
  [
    'https://acme.okta.com/oauth2/default/v1/authorize',
    'https://acme.okta.com/oauth2/default/v1/token',
    'same',
  ],
  [
    'https://acme.okta.com/oauth2/v1/authorize',
    'https://acme.okta.com/oauth2/aus123abc456def789a1/v1/token',
    'sibling',
  ],
  [
    'https://acme.oktapreview.com/oauth2/default/v1/authorize',
    'https://acme.okta.com/oauth2/default/v1/token',
    'sibling',
  ],
  [
    'https://acme.okta-emea.com/oauth2/default/v1/authorize',
    'https://acme.okta-emea.com/oauth2/default/v1/token',
    'same',
  ],
  ['https://dev-ab12.us.auth0.com/authorize?x=1', 'https://dev-ab12.us.auth0.com/oauth/token', 'same'],
  ['https://dev-ab12.us.auth0.com/authorize', 'https://dev-ab12.eu.auth0.com/oauth/token', 'sibling'],
  ['https://accounts.google.com/o/oauth2/v2/auth', 'https://oauth2.googleapis.com/token', 'same'],
  [
    'https://sso.example.com/auth/realms/a/protocol/openid-connect/auth',
    'https://sso.example.com/auth/realms/a/protocol/openid-connect/token',
    'same',
  ],
  [
    'https://sso.example.com/realms/a/protocol/openid-connect/auth',
    'https://sso.example.com/realms/b/protocol/openid-connect/token',
    'sibling',
  ],
  [
    'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_susi/oauth2/v2.0/authorize',
    'https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_susi/oauth2/v2.0/token',
    'same',
  ],
  [
    'https://contoso.b2clogin.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize?p=B2C_1_susi&x=1',
    'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_susi/oauth2/v2.0/token',
    'same',
  ],
  [
    'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_susi/oauth2/v2.0/authorize',
    'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_edit/oauth2/v2.0/token',
    'sibling',
  ],
  [
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    'same',
  ],
  [
    'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/oauth2/v2.0/authorize',
    'https://login.windows.net/72F988BF-86F1-41AF-91AB-2D7CD011DB47/oauth2/v2.0/token',
    'same',
  ],
  [
    'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize',
    'https://login.microsoftonline.us/contoso.onmicrosoft.com/oauth2/v2.0/token',
    'sibling',
  ],
  [
    'https://myapp.auth.eu-west-1.amazoncognito.com/oauth2/authorize',
    'https://myapp.auth.eu-west-1.amazoncognito.com/oauth2/token',
    'same',
  ],
  [
    'https://myapp.auth.eu-west-1.amazoncognito.com/login?client_id=x',
    'https://other.auth.eu-west-1.amazoncognito.com/oauth2/token',
    'sibling',
  ],
  ['https://github.com/login/oauth/authorize', 'https://github.com/login/oauth/access_token', 'same'],
  [
    'https://github.com/login/oauth/authorize',
    'https://ghes.example.com/login/oauth/access_token',
    'possible',
  ],
  [
    'https://auth.pingone.eu/11111111-2222-3333-4444-555555555555/as/authorize',
    'https://auth.pingone.eu/11111111-2222-3333-4444-555555555555/as/token',
    'same',
  ],
  [
    'https://auth.pingone.eu/11111111-2222-3333-4444-555555555555/as/authorize',
    'https://auth.pingone.eu/99999999-2222-3333-4444-555555555555/as/token',
    'sibling',
  ],
  ['https://sso.example.com/as/authorization.oauth2?x', 'https://sso.example.com/as/token.oauth2', 'same'],
  ['https://id.example.com/connect/authorize', 'https://id.example.com/connect/token', 'same'],
  ['https://id.example.com/connect/authorize', 'https://id2.example.com/connect/token', 'possible'],
  ['https://acme.onelogin.com/oidc/2/auth', 'https://acme.onelogin.com/oidc/2/token', 'same'],
  [
    'https://am.example.com/am/oauth2/realms/root/realms/alpha/authorize',
    'https://am.example.com/am/oauth2/realms/root/realms/alpha/access_token',
    'same',
  ],
  [
    'https://am.example.com/am/oauth2/realms/root/realms/alpha/authorize',
    'https://am.example.com/am/oauth2/realms/root/realms/bravo/access_token',
    'sibling',
  ],
  [
    'https://login.salesforce.com/services/oauth2/authorize',
    'https://test.salesforce.com/services/oauth2/token',
    'sibling',
  ],
  ['https://www.dropbox.com/oauth2/authorize', 'https://api.dropboxapi.com/oauth2/token', 'same'],
  ['https://twitter.com/i/oauth2/authorize', 'https://api.x.com/2/oauth2/token', 'same'],
  ['https://discord.com/oauth2/authorize', 'https://discordapp.com/api/oauth2/token', 'same'],
  [
    'https://www.facebook.com/v19.0/dialog/oauth',
    'https://graph.facebook.com/v20.0/oauth/access_token',
    'same',
  ],
  [
    'https://a.myshopify.com/admin/oauth/authorize',
    'https://b.myshopify.com/admin/oauth/access_token',
    'sibling',
  ],
  ['https://auth.atlassian.com/authorize', 'https://api.atlassian.com/me', 'same'],
  ['https://www.amazon.com/ap/oa', 'https://api.amazon.com/auth/o2/token', 'same'],
  ['https://fs.example.com/adfs/oauth2/authorize', 'https://fs.example.com/adfs/oauth2/token/', 'same'],
  [
    'https://abcdefghijklmnopqrst.supabase.co/auth/v1/authorize',
    'https://abcdefghijklmnopqrst.supabase.co/auth/v1/token?grant_type=pkce',
    'same',
  ],
  ['https://www.linkedin.com/oauth/v2/authorization', 'https://api.linkedin.com/v2/userinfo', 'same'],
  ['https://acme.slack.com/oauth/v2/authorize', 'https://slack.com/api/oauth.v2.access', 'same'],
  ['https://acme.zoom.us/oauth/authorize', 'https://zoom.us/oauth/token', 'same'],
  ['https://gitlab.com/oauth/authorize', 'https://git.example.com/oauth/token', 'possible'],
  ['https://s.projects.oryapis.com/oauth2/auth', 'https://s.projects.oryapis.com/oauth2/token', 'same'],
  ['https://ak.example.com/application/o/authorize/', 'https://ak.example.com/application/o/token/', 'same'],
  [
    'https://a.authentication.eu10.hana.ondemand.com/oauth/authorize',
    'https://a.authentication.eu10.hana.ondemand.com/oauth/token',
    'same',
  ],
  [
    'https://a.authentication.eu10.hana.ondemand.com/oauth/authorize',
    'https://b.authentication.eu10.hana.ondemand.com/oauth/token',
    'sibling',
  ],
];

describe('endpoints tell how their tenants relate', () => {
  test.each(vectors)('%s and %s: %s', (a, b, relation) => {
    expect(sameTenant({ url: a }, { url: b })).toBe(relation);
    expect(sameTenant({ url: b }, { url: a })).toBe(relation);
  });
});
