import { codesLive, keysOrSecrets, lists, oneTenant } from './facts.ts';
import { ory } from './ory.ts';
import type { Provider } from './provider.ts';

const documentation = {
  title: 'Authelia: OpenID Connect clients',
  url: 'https://www.authelia.com/configuration/identity-providers/openid-connect/clients/',
};

/** Authelia, self-hosted; built on the library of Ory Hydra, whose texts it sends. */
export const authelia: Provider = {
  id: 'authelia',
  name: 'Authelia',
  documentation,
  console: 'identity_providers.oidc.clients in configuration.yml',
  hosts: [],
  paths: [/\/api\/oidc\/(?:authorization|device-authorization|pushed-authorization-request)$/],
  metadata: (document) => lists(document, { authorization: '/api/oidc/authorization' }),
  tenants: oneTenant,
  codeLifetime: codesLive(60, {
    title: 'Authelia: lifespans',
    url: 'https://www.authelia.com/configuration/identity-providers/openid-connect/provider/#lifespans',
  }),
  refreshTokens: { days: 0.0625, rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: keysOrSecrets,
  errors: ory.errors,
  fixes: {
    client_unknown: 'Add the client to identity_providers.oidc.clients, with this client_id.',
    client_secret_wrong:
      'Compare the secret with the client’s client_secret, of which the file holds the digest.',
    client_auth_method_wrong: 'Set the client’s token_endpoint_auth_method to the method you send.',
    redirect_uri_not_registered: 'Add the exact URI to the client’s redirect_uris.',
    scope_invalid: 'Add the scope to the client’s scopes.',
    grant_type_not_allowed: 'Add the grant to the client’s grant_types.',
    pkce_required: 'Send PKCE with S256; require_pkce or enforce_pkce demands it.',
    cors_blocked: 'Add the page’s origin to identity_providers.oidc.cors.allowed_origins.',
  },
};
