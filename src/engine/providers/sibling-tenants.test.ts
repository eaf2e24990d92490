import { describe, expect, test } from 'vitest';
import { siblingTenants } from './sibling-tenants.ts';

const guidA = '11111111-2222-3333-4444-555555555555';
const guidB = '99999999-8888-7777-6666-555555555555';

/** Authorization endpoint, token endpoint, and the two spellings of the one tenant slot in which they differ. */
const siblings: readonly (readonly [string, string, readonly [string, string]])[] = [
  [
    'https://domain-123.okta.com/oauth2/v1/authorize',
    'https://domain-456.okta.com/oauth2/v1/token',
    ['domain-123', 'domain-456'],
  ],
  [
    'https://login.salesforce.com/services/oauth2/authorize',
    'https://test.salesforce.com/services/oauth2/token',
    ['login', 'test'],
  ],
  ['https://acme.auth0.com/authorize', 'https://acme.eu.auth0.com/oauth/token', ['', 'eu']],
  ['https://acme.us.auth0.com/authorize', 'https://acme.eu.auth0.com/oauth/token', ['us', 'eu']],
  [
    'https://kc.test/realms/a/protocol/openid-connect/auth',
    'https://kc.test/realms/b/protocol/openid-connect/token',
    ['a', 'b'],
  ],
  [
    'https://kc.test/auth/realms/login/protocol/openid-connect/auth',
    'https://kc.test/auth/realms/b/protocol/openid-connect/token',
    ['login', 'b'],
  ],
  [
    `https://login.microsoftonline.com/${guidA}/oauth2/v2.0/authorize`,
    `https://login.microsoftonline.com/${guidB}/oauth2/v2.0/token`,
    [guidA, guidB],
  ],
  [
    'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize',
    'https://login.microsoftonline.com/fabrikam.onmicrosoft.com/oauth2/v2.0/token',
    ['contoso.onmicrosoft.com', 'fabrikam.onmicrosoft.com'],
  ],
  [
    'https://acme.okta.com/oauth2/default/v1/authorize',
    'https://acme.okta.com/oauth2/v1/token',
    ['default', ''],
  ],
  [
    'https://acme.okta.com/oauth2/aus1abc/v1/authorize',
    'https://acme.okta.com/oauth2/aus2abc/v1/token',
    ['aus1abc', 'aus2abc'],
  ],
  [
    'https://c.b2clogin.com/c.onmicrosoft.com/b2c_1_signin/oauth2/v2.0/authorize',
    'https://c.b2clogin.com/c.onmicrosoft.com/b2c_1_reset/oauth2/v2.0/token',
    ['b2c_1_signin', 'b2c_1_reset'],
  ],
  [
    `https://auth.pingone.com/${guidA}/as/authorize`,
    `https://auth.pingone.com/${guidB}/as/token`,
    [guidA, guidB],
  ],
  [
    'https://login.acme.co.uk/connect/authorize',
    'https://staging.acme.co.uk/connect/token',
    ['login', 'staging'],
  ],
  ['http://op.test:8080/tenant-a/auth', 'http://op.test:8080/tenant-b/token', ['tenant-a', 'tenant-b']],
  ['http://127.0.0.1:4000/a/auth', 'http://127.0.0.1:4000/b/token', ['a', 'b']],
  ['https://a.eu.op.test/authorize', 'https://b.eu.op.test/token', ['a', 'b']],
];

describe('endpoints that differ in one tenant slot are siblings', () => {
  test.each(siblings)('%s and %s', (a, b, differing) => {
    expect(siblingTenants(a, b)).toEqual({ differing });
    expect(siblingTenants(b, a)).toEqual({ differing: [differing[1], differing[0]] });
  });
});

/** Pairs that belong to one server, or of which structure says nothing. */
const noSiblings: readonly (readonly [string, string, string])[] = [
  ['one server', 'https://op.test/authorize', 'https://op.test/token'],
  ['default port written', 'https://op.test:443/authorize', 'https://op.test/token'],
  ['Google', 'https://accounts.google.com/o/oauth2/v2/auth', 'https://oauth2.googleapis.com/token'],
  ['GitHub', 'https://github.com/login/oauth/authorize', 'https://github.com/login/oauth/access_token'],
  [
    'LinkedIn',
    'https://www.linkedin.com/oauth/v2/authorization',
    'https://www.linkedin.com/oauth/v2/accessToken',
  ],
  ['X', 'https://x.com/i/oauth2/authorize', 'https://api.x.com/2/oauth2/token'],
  ['X, older', 'https://twitter.com/i/oauth2/authorize', 'https://api.twitter.com/2/oauth2/token'],
  ['Dropbox', 'https://www.dropbox.com/oauth2/authorize', 'https://api.dropboxapi.com/oauth2/token'],
  ['Amazon', 'https://www.amazon.com/ap/oa', 'https://api.amazon.com/auth/o2/token'],
  [
    'Facebook',
    'https://www.facebook.com/v19.0/dialog/oauth',
    'https://graph.facebook.com/v19.0/oauth/access_token',
  ],
  ['Slack', 'https://slack.com/oauth/v2/authorize', 'https://slack.com/api/oauth.v2.access'],
  [
    'Slack workspace',
    'https://acme.slack.com/openid/connect/authorize',
    'https://slack.com/api/openid.connect.token',
  ],
  ['Atlassian', 'https://auth.atlassian.com/authorize', 'https://auth.atlassian.com/oauth/token'],
  ['Spotify', 'https://accounts.spotify.com/authorize', 'https://accounts.spotify.com/api/token'],
  ['Discord', 'https://canary.discord.com/oauth2/authorize', 'https://discord.com/api/oauth2/token'],
  ['LINE', 'https://access.line.me/oauth2/v2.1/authorize', 'https://api.line.me/oauth2/v2.1/token'],
  ['eBay', 'https://auth.ebay.com/oauth2/authorize', 'https://api.ebay.com/identity/v1/oauth2/token'],
  ['Linear', 'https://linear.app/oauth/authorize', 'https://api.linear.app/oauth/token'],
  ['Instagram', 'https://www.instagram.com/oauth/authorize', 'https://api.instagram.com/oauth/access_token'],
  ['Zoom', 'https://zoom.us/oauth/authorize', 'https://zoom.us/oauth/token'],
  ['role labels on both sides', 'https://login.acme.test/authorize', 'https://api.acme.test/token'],
  ['an inserted role label', 'https://acme.test/authorize', 'https://auth.acme.test/token'],
  [
    'an endpoint for client certificates',
    'https://acme.test/as/authorize',
    'https://mtls.acme.test/as/token',
  ],
  ['shards of one role', 'https://login1.acme.test/authorize', 'https://login2.acme.test/token'],
  ['two labels differ', 'https://a.b.acme.test/authorize', 'https://c.d.acme.test/token'],
  ['another owner', 'https://login.acme.co.uk/authorize', 'https://login.other.co.uk/token'],
  ['another domain', 'https://auth.pingone.com/e/as/authorize', 'https://auth.pingone.eu/e/as/token'],
  ['a vanity domain', 'https://id.acme.test/oauth2/v1/authorize', 'https://acme.okta.com/oauth2/v1/token'],
  [
    'an Okta console',
    'https://acme.okta.com/oauth2/v1/authorize',
    'https://acme-admin.okta.com/oauth2/v1/token',
  ],
  [
    'common for a tenant',
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    `https://login.microsoftonline.com/${guidA}/oauth2/v2.0/token`,
  ],
  [
    'organizations for a tenant',
    'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize',
    'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
  ],
  [
    "a tenant's name and a GUID",
    'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize',
    `https://login.microsoftonline.com/${guidA}/oauth2/v2.0/token`,
  ],
  [
    'version 1 and 2 of one tenant',
    `https://login.microsoftonline.com/${guidA}/oauth2/authorize`,
    `https://login.microsoftonline.com/${guidA}/oauth2/v2.0/token`,
  ],
  [
    'an inserted path that names no tenant',
    'https://op.test/oauth/authorize',
    'https://op.test/api/oauth/token',
  ],
  ['host and path differ', 'https://a.op.test/x/authorize', 'https://b.op.test/y/token'],
  ['other ports of one address', 'http://127.0.0.1:4000/auth', 'http://127.0.0.1:4001/token'],
  ['other addresses', 'http://10.0.0.1/auth', 'http://10.0.0.2/token'],
  ['other single names', 'http://one/auth', 'http://two/token'],
  ['http and https', 'http://a.op.test/auth', 'https://b.op.test/token'],
  ['no endpoint at the end', 'https://a.op.test/start', 'https://b.op.test/finish'],
  ['no URL', '', 'https://op.test/token'],
];

describe('endpoints of one server are no siblings', () => {
  test.each(noSiblings)('%s', (_, a, b) => {
    expect(siblingTenants(a, b)).toBeUndefined();
    expect(siblingTenants(b, a)).toBeUndefined();
  });
});
