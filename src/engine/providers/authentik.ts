import { atAuthorize, codesLive, oneTenant } from './facts.ts';
import type { Provider } from './provider.ts';

const documentation = {
  title: 'authentik: OAuth2 provider',
  url: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/',
};

/** authentik, self-hosted; one set of endpoints for all applications, an issuer for each. */
export const authentik: Provider = {
  id: 'authentik',
  name: 'authentik',
  documentation,
  console: 'authentik admin interface → Applications → Providers → the provider',
  hosts: [],
  paths: [
    /\/application\/o\/(?:authorize|token|userinfo|introspect|revoke|device|[^/]{1,80}\/(?:jwks|end-session))\//,
  ],
  tenants: oneTenant,
  codeLifetime: codesLive(60, documentation),
  refreshTokens: { days: 30, rotation: 'always' },
  redirectMatching: { rule: 'exact or wildcard', anyPort: undefined },
  clientAuthentication: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  errors: [
    atAuthorize(
      /Redirect URI Error|missing, invalid, or mismatching redirection URI/,
      'redirect_uri_not_registered',
      0.97,
    ),
    atAuthorize(
      /Client ID Error|client identifier \(client_id\) is missing or invalid/,
      'client_unknown',
      0.97,
    ),
  ],
  fixes: {
    client_unknown: 'Compare client_id with Providers → the provider → Client ID.',
    client_secret_wrong: 'Copy Providers → the provider → Client Secret.',
    redirect_uri_not_registered:
      'Add the URI under Providers → the provider → Redirect URIs/Origins, strict or as an expression.',
    code_expired: 'Redeem the code at once, or raise Advanced protocol settings → Access code validity.',
    client_secret_missing: 'Send the secret, or set Client type to Public.',
    scope_invalid: 'Select the scope mapping under Advanced protocol settings → Scopes.',
  },
};
