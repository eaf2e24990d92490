import { expect, test } from 'vitest';
import { createPlanter, type Kind } from '../../testing/planted/values.ts';
import { findLeaks } from '../../testing/planted/leak-search.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { createAnalyzer } from '../analyze.ts';
import type { Cause } from './report.ts';
import { readRegistrations, secretIn, type ClientRegistration } from './client-registration.ts';

const nothing = {
  redirectUris: undefined,
  method: undefined,
  grantTypes: undefined,
  tenant: undefined,
} as const;
const client: ClientRegistration = { clientId: 'c', authority: 'op.test', ...nothing };

const ask = (answer: string, redirectUri = 'https://app.test/cb/'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${redirectUri}&state=s ${answer}`;
const call = (error: string, status = 400): string =>
  `POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=s3cr3t -> ${status} {"error":"${error}"}`;
const refused = '-> 400 <p>redirect_uri_mismatch</p>';

function causeOf(trace: string, registration: ClientRegistration): Cause | undefined {
  const analyzer = createAnalyzer();
  for (const exchange of fromTraceText(trace)) analyzer.ingest(exchange);
  analyzer.report();
  analyzer.know({ registrations: [registration] });
  return analyzer.report().flows[0]?.verdict.causes[0];
}

const uris = (...redirectUris: readonly string[]): ClientRegistration => ({ ...client, redirectUris });

test.each([
  [
    'a slash too many, with the nearest registered one',
    ask(refused),
    uris('http://localhost/x', 'https://app.test/cb'),
    /registered “https:\/\/app\.test\/cb”, it ends with an extra “\/”/,
  ],
  [
    'a page that says nothing',
    ask('-> 400 <p>Something went wrong</p>'),
    uris('https://app.test/cb'),
    /The redirect_uri is not registered/,
  ],
  [
    'another method of authentication',
    call('invalid_client', 401),
    { ...client, method: 'private_key_jwt' },
    /authenticates with client_secret_post, but is registered for private_key_jwt/,
  ],
  [
    'a secret of a public client',
    call('invalid_client', 401),
    { ...client, method: 'none' },
    /registered for no authentication \(public client\)/,
  ],
  [
    'a grant that is not registered',
    call('unauthorized_client'),
    { ...client, grantTypes: ['authorization_code'] },
    /asks for the grant “client_credentials”/,
  ],
] as const)('what is registered proves the cause: %s', (_, trace, registration, sentence) => {
  const cause = causeOf(trace, registration);
  expect(cause?.sentence).toMatch(sentence);
  expect(cause?.confidence).toBe('certain');
});

test.each([
  ['some servers ignore the port', ask(refused, 'http://127.0.0.1:5/cb'), uris('http://127.0.0.1:9/cb')],
  ['another client', ask(refused), { ...uris('https://app.test/cb'), clientId: 'd' }],
  ['another server', ask(refused), { ...uris('https://app.test/cb'), authority: 'op2.test' }],
  ['nothing entered', ask(refused), client],
  [
    'the list is old and the server accepts',
    ask('-> 302 https://app.test/cb/?code=k&state=s'),
    uris('https://app.test/cb'),
  ],
  [
    'a grant that is registered',
    call('unauthorized_client'),
    { ...client, grantTypes: ['client_credentials'] },
  ],
] as const)('what is registered changes nothing: %s', (_, trace, registration) => {
  expect(causeOf(trace, registration)).toEqual(causeOf(trace, client));
});

test('a refused redirect_uri that was entered as registered is said to be that', () => {
  const cause = causeOf(ask(refused), uris('https://app.test/cb/'));
  expect(cause?.id).toBe('redirect_uri_not_registered');
  expect(cause?.sentence).toBe('The server refuses the redirect_uri, which you entered as registered.');
  expect(cause?.fix).toContain('for this client, in this tenant');
});

test('the registered method leaves the secret as the likelier cause', () => {
  const refusedClient = call('invalid_client', 401);
  const [unsaid, said] = [
    causeOf(refusedClient, client),
    causeOf(refusedClient, { ...client, method: 'client_secret_post' }),
  ];
  expect([unsaid?.id, said?.id]).toEqual(['client_secret_wrong', 'client_secret_wrong']);
  expect(said?.weight ?? 0).toBeGreaterThan(unsaid?.weight ?? 1);
});

const contoso = 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0';
const inContoso = (answer: string): string =>
  `POST ${contoso}/token grant_type=client_credentials&client_id=c&client_secret=s3cr3t -> 400 ${answer}`;
const notFound =
  '{"error":"unauthorized_client","error_description":"AADSTS700016: Application with identifier \'c\' was not found in the directory \'Contoso\'."}';
const tenantOf = (tenant: string, authority = 'login.microsoftonline.com'): ClientRegistration => ({
  ...client,
  authority,
  tenant,
});

test.each([
  ['the server knows no such client there', inContoso(notFound), tenantOf('fabrikam.com'), 'certain'],
  [
    'another realm, whose page says nothing',
    'GET https://id.test/realms/shop/protocol/openid-connect/auth?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 400 <p>We are sorry</p>',
    tenantOf('staff', 'id.test'),
    'likely',
  ],
  [
    'another organization refuses the client',
    'POST https://acme.okta.com/oauth2/v1/token grant_type=client_credentials&client_id=c&client_secret=s3cr3t -> 401 {"error":"invalid_client"}',
    tenantOf('acme-dev.okta.com', 'acme.okta.com'),
    'likely',
  ],
] as const)(
  'a tenant that is registered is held to the one asked: %s',
  (_, trace, registration, confidence) => {
    const cause = causeOf(trace, registration);
    expect(cause?.id).toBe('tenant_mismatch');
    expect(cause?.sentence).toContain(`registered in the tenant “${registration.tenant ?? ''}”`);
    expect(cause?.confidence).toBe(confidence);
  },
);

test.each([
  ['its number', inContoso(notFound), tenantOf('0f0e0d0c-1111-2222-3333-444455556666')],
  ['in capitals', inContoso(notFound), tenantOf('Contoso.onMicrosoft.com')],
  ['any tenant', inContoso(notFound), tenantOf('organizations')],
  [
    'a wrong secret',
    inContoso(
      '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}',
    ),
    tenantOf('fabrikam.com'),
  ],
  ['a refused user', inContoso('{"error":"access_denied"}'), tenantOf('fabrikam.com')],
  ['a success', inContoso('{"access_token":"t","token_type":"Bearer"}'), tenantOf('fabrikam.com')],
  [
    'the realm alone',
    'POST https://id.test/realms/shop/protocol/openid-connect/token grant_type=client_credentials&client_id=c&client_secret=s3cr3t -> 401 {"error":"invalid_client"}',
    tenantOf('shop', 'id.test'),
  ],
  [
    'the host of the organization',
    'POST https://acme.okta.com/oauth2/v1/token grant_type=client_credentials&client_id=c&client_secret=s3cr3t -> 401 {"error":"invalid_client"}',
    tenantOf('https://acme.okta.com/', 'acme.okta.com'),
  ],
  ['a server without tenants', call('invalid_client', 401), tenantOf('shop', 'op.test')],
] as const)('a tenant that is registered changes nothing: %s', (_, trace, registration) => {
  expect(causeOf(trace, registration)).toEqual(causeOf(trace, { ...registration, tenant: undefined }));
});

const kinds: readonly Kind[] = ['opaque', 'hex', 'base64', 'password'];

test.each(kinds)('no planted secret of the kind %s gets into what is stored', (kind) => {
  const planter = createPlanter();
  const plant = (where: string): string => planter.plant(kind, where);
  const stored = readRegistrations([
    { ...client, redirectUris: [`https://u:${plant('userinfo')}@app.test/`] },
    { ...client, redirectUris: [`https://app.test/cb?client_secret=${plant('query')}`] },
    { ...client, redirectUris: [`https://app.test/${plant('path')}`] },
    { ...client, method: plant('method') },
    { ...client, grantTypes: [plant('grant')] },
    { ...client, tenant: plant('tenant') },
    { ...client, clientId: `my ${plant('client_id')}` },
    { ...client, client_secret: plant('unknown member') },
  ]);
  expect(findLeaks(JSON.stringify(stored), planter.planted.keys())).toEqual([]);
  expect(stored).toEqual([client]);
});

test.each([
  'contoso.onmicrosoft.com',
  '0f0e0d0c-1111-2222-3333-444455556666',
  'eu-west-1_AbCdEfGhI',
  'realms/shop',
  'https://acme.okta.com',
])('%s can be a tenant', (tenant) => {
  expect(secretIn({ ...client, tenant })).toBeUndefined();
});

test.each([
  ['a secret of Entra ID', 'Ab18Q~abcdefGHIJKLmnop0123456789_QRSTUvwx'],
  ['a secret of Google', 'GOCSPX-AbCdEfGhIjKlMnOpQrStUvWxYz01'],
  ['a secret of Auth0 or Okta', 'kQ9xV2mZ7pR4tY1wC8nB5vL3sD6fG0hJkQ9xV2mZ7pR4tY1wC8nB5vL3sD6fG0hJ'],
  ['a secret of Cognito', '1a2b3c4d5e6f7g8h9i0j1k2l3m4n5o6p7q8r9s0t1u2v3w4x5y6z'],
  ['a token of GitHub', 'ghp_0123456789abcdefABCDEF0123456789abcd'],
  ['a JWT', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1In0.c2ln'],
  ['a key', '-----BEGIN PRIVATE KEY-----MIIE'],
  ['a sentence', 'my secret'],
  ['an address with a password', 'https://u:p4ss@app.test/client.json'],
])('%s in the place of a client_id is refused, and in the place of a server too', (_, secret) => {
  expect(secretIn({ ...client, clientId: secret })).toBe(secret);
  expect(secretIn({ ...client, authority: secret })).toBe(secret);
  expect(readRegistrations([{ ...client, clientId: secret }])).toEqual([]);
});

test.each([
  'shop',
  '6731de76-14a6-49ae-97bc-6eba6914391e',
  'iOlXkM3aBcDeFgHiJkLmNoPqRsTuVwXy',
  '407408718192-abcdefghijklmnop0123456789abcdef.apps.googleusercontent.com',
  'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  '3MVG9lKcPoNINVBIPJjdw1J9LLM82HnFVVX19KY1uA5mu0QqEWhqKpoW3svG3XHrXDiCQjK1mdgAvhCscA9GE',
  '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  'lahd0Kj2mN4bV6cX8zQ1wE3rT5yU7iO9pA0sD2fG4hJ',
  'https://app.test/oauth/client-metadata.json',
  'urn:example:client',
])('a client_id is no secret: %s', (clientId) => {
  expect(secretIn({ ...client, clientId })).toBeUndefined();
  expect(readRegistrations([{ ...client, clientId }])).toHaveLength(1);
});

test.each([
  'https://app.test/cb',
  'com.example.app:/cb',
  'com.googleusercontent.apps.123456789012-abcdefghijklmnop0123456789abcdef:/oauth2redirect',
  'msal00001111-aaaa-2222-bbbb-3333cccc4444://auth',
  'http://localhost:3000/auth/callback?tenant=a',
])('a redirect URI is no secret: %s', (uri) => {
  expect(secretIn(uris(uri))).toBeUndefined();
});
