import { entraErrors } from './entra-errors.ts';
import { codesLive } from './facts.ts';
import type { Provider } from './provider.ts';

const publicCloud = String.raw`login\.microsoftonline\.com|login\.windows\.net|login\.microsoft\.com|sts\.windows\.net|[a-z0-9]{1,40}\.login\.microsoft\.com`;
const governmentCloud = String.raw`login\.microsoftonline\.us|login\.usgovcloudapi\.net|login-us\.microsoftonline\.com`;
const chineseCloud = String.raw`login\.partner\.microsoftonline\.cn|login\.chinacloudapi\.cn`;
const sovereignClouds = String.raw`login\.microsoftonline\.de|login\.sovcloud-identity\.(?:fr|de|sg)`;

/** Where things are set, for Entra ID and External ID. */
export const entraFixes: Provider['fixes'] = {
  client_unknown:
    'Compare client_id with App registrations → the application → Overview, and the tenant in the URL with Directory (tenant) ID.',
  client_secret_wrong:
    'Send the secret’s Value, not its Secret ID; make a new one under Certificates & secrets when the value is lost.',
  client_secret_expired: 'Add a new client secret under Certificates & secrets and replace the expired one.',
  client_secret_missing:
    'Send the secret, or move the redirect URI to “Single-page application” or “Mobile and desktop” under Authentication.',
  public_client_sent_secret: 'Leave the secret out, or register the redirect URI under Authentication → Web.',
  client_assertion_invalid:
    'Upload the certificate under Certificates & secrets → Certificates, and check the assertion’s aud, x5t and exp.',
  redirect_uri_not_registered: 'Add the exact URI under Authentication, on the platform the application is.',
  tenant_mismatch:
    'Put the same tenant in the path of both endpoints, on the host of the same national cloud.',
  consent_required: 'Send the user through an interactive request, or grant consent under API permissions.',
  resource_invalid:
    'Compare the resource with Expose an API → Application ID URI, and add it under API permissions.',
  scope_invalid: 'Write scopes as Application ID URI + / + scope name, of one resource per request.',
  refresh_token_expired: 'Sign in again; refresh tokens of a single-page application end after 24 hours.',
  refresh_token_revoked: 'Sign in again; a password change or an administrator ended the session.',
  interaction_required: 'Repeat the request interactively, and pass on the claims challenge if there is one.',
};

/** Microsoft Entra ID with its national clouds; the tenant is the first path segment. */
export const entra: Provider = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  documentation: {
    title: 'Microsoft Entra: authentication error codes',
    url: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  },
  console: 'Entra admin centre → App registrations → the application',
  hosts: [new RegExp(`^(?:${publicCloud}|${governmentCloud}|${chineseCloud}|${sovereignClouds})$`)],
  sharesHosts: true,
  paths: [],
  tenants: [
    { url: new RegExp(`^https://(?:${publicCloud})(?::443)?/(?<tenant>[^/?#]+)`, 'i'), key: '{tenant:lc}' },
    {
      url: new RegExp(`^https://(?:${governmentCloud})(?::443)?/(?<tenant>[^/?#]+)`, 'i'),
      key: 'us/{tenant:lc}',
    },
    {
      url: new RegExp(`^https://(?:${chineseCloud})(?::443)?/(?<tenant>[^/?#]+)`, 'i'),
      key: 'cn/{tenant:lc}',
    },
    {
      url: new RegExp(`^https://(?<cloud>${sovereignClouds})(?::443)?/(?<tenant>[^/?#]+)`, 'i'),
      key: '{cloud:lc}/{tenant:lc}',
    },
  ],
  anyTenant: ['common', 'organizations', 'consumers'],
  tenantAliases: { '9188040d-6c67-4c5b-b112-36a304b66dad': 'consumers' },
  codeLifetime: codesLive(600, {
    title: 'Microsoft identity platform: authorization code flow',
    url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  }),
  refreshTokens: { idleDays: 90, rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: 'localhost', addsSlash: true },
  clientAuthentication: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  errors: entraErrors,
  fixes: entraFixes,
};
