import { describe, expect, test } from 'vitest';
import type { Metadata } from './authority-of.ts';
import { sameTenant, type TenantRelation } from './same-tenant.ts';

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
