import { describe, expect, test } from 'vitest';
import type { Metadata } from './authority-of.ts';
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

const microsoft = 'https://login.microsoftonline.com';
const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const consumers = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** What is no contradiction, and what is none that could be proven. */
const traps: readonly (readonly [string, string, string, TenantRelation])[] = [
  [
    'common and a tenant',
    `${microsoft}/common/oauth2/v2.0/authorize`,
    `${microsoft}/${tenant}/oauth2/v2.0/token`,
    'possible',
  ],
  [
    'organizations and a name',
    `${microsoft}/organizations/oauth2/v2.0/authorize`,
    `${microsoft}/contoso.com/oauth2/v2.0/token`,
    'possible',
  ],
  [
    'a name and a GUID',
    `${microsoft}/contoso.com/oauth2/v2.0/authorize`,
    `${microsoft}/${tenant}/oauth2/v2.0/token`,
    'possible',
  ],
  [
    'two names',
    `${microsoft}/contoso.com/oauth2/v2.0/authorize`,
    `${microsoft}/fabrikam.com/oauth2/v2.0/token`,
    'sibling',
  ],
  [
    'consumers and its GUID',
    `${microsoft}/consumers/oauth2/v2.0/authorize`,
    `${microsoft}/${consumers}/oauth2/v2.0/token`,
    'same',
  ],
  [
    'version 1 and version 2',
    `${microsoft}/${tenant}/oauth2/authorize`,
    `${microsoft}/${tenant}/oauth2/v2.0/token`,
    'same',
  ],
  [
    "External ID's name and GUID",
    `https://contoso.ciamlogin.com/${tenant}/oauth2/v2.0/authorize`,
    `https://${tenant}.ciamlogin.com/${tenant}/oauth2/v2.0/token`,
    'possible',
  ],
  [
    'a user flow in the query, which is not seen',
    'https://c.b2clogin.com/c.onmicrosoft.com/oauth2/v2.0/authorize',
    'https://c.b2clogin.com/c.onmicrosoft.com/B2C_1_susi/oauth2/v2.0/token',
    'possible',
  ],
  [
    'a custom domain without metadata',
    'https://id.acme.test/oauth2/v1/authorize',
    'https://acme.okta.com/oauth2/v1/token',
    'possible',
  ],
  [
    'an Okta console',
    'https://acme.okta.com/oauth2/v1/authorize',
    'https://acme-admin.okta.com/oauth2/v1/token',
    'same',
  ],
  [
    "Keycloak's realm under another name",
    'https://sso.test/realms/a/protocol/openid-connect/auth',
    'http://keycloak:8080/realms/a/protocol/openid-connect/token',
    'possible',
  ],
  [
    'two providers',
    'https://acme.okta.com/oauth2/v1/authorize',
    'https://acme.auth0.com/oauth/token',
    'possible',
  ],
  ['a vanity host of Zoom', 'https://acme.zoom.us/oauth/authorize', 'https://zoom.us/oauth/token', 'same'],
  [
    'Zoom and Zoom for Government',
    'https://zoom.us/oauth/authorize',
    'https://zoomgov.com/oauth/token',
    'possible',
  ],
  ['one server', 'https://op.test/a/authorize', 'https://op.test/a/token', 'same'],
  ['a default port written', 'https://op.test:443/authorize', 'https://op.test/token', 'same'],
  ['nothing seen', '', 'https://op.test/token', 'unknown'],
];

describe('what is not comparable is no contradiction', () => {
  test.each(traps)('%s', (_, a, b, relation) => {
    expect(sameTenant({ url: a }, { url: b })).toBe(relation);
    expect(sameTenant({ url: b }, { url: a })).toBe(relation);
  });
});

function metadata(issuer: string, document: Readonly<Record<string, unknown>> = {}): Metadata {
  return { issuer, document: { issuer, ...document } };
}

describe('metadata decides before names do', () => {
  const a = 'https://a.op.test/authorize';
  const b = 'https://b.op.test/token';

  test('two issuers are different', () => {
    const endpoints = [
      { url: a, metadata: metadata('https://a.op.test') },
      { url: b, metadata: metadata('https://b.op.test') },
    ] as const;
    expect(sameTenant(...endpoints)).toBe('different');
  });

  test('a document that lists the other endpoint makes them the same', () => {
    expect(
      sameTenant({ url: a, metadata: metadata('https://a.op.test', { token_endpoint: b }) }, { url: b }),
    ).toBe('same');
  });

  test('an alias for client certificates is listed too', () => {
    const document = { mtls_endpoint_aliases: { token_endpoint: b } };
    expect(
      sameTenant({ url: a, metadata: metadata('https://a.op.test', document) }, { url: `${b}?x=1` }),
    ).toBe('same');
  });

  test('a document on one side only leaves it to the names', () => {
    expect(sameTenant({ url: a, metadata: metadata('https://a.op.test') }, { url: b })).toBe('sibling');
  });

  test('a template for every tenant is no other issuer', () => {
    const endpoints = [
      {
        url: `${microsoft}/common/oauth2/v2.0/authorize`,
        metadata: metadata(`${microsoft}/{tenantid}/v2.0`),
      },
      { url: `${microsoft}/${tenant}/oauth2/v2.0/token`, metadata: metadata(`${microsoft}/${tenant}/v2.0`) },
    ] as const;
    expect(sameTenant(...endpoints)).toBe('possible');
  });
});
