import { atAuthorize, atToken, codesLive, lists, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Duende IdentityServer and IdentityServer4, self-hosted; the token endpoint answers with bare codes. */
export const duende: Provider = {
  id: 'duende',
  name: 'Duende IdentityServer',
  documentation: {
    title: 'Duende IdentityServer: client settings',
    url: 'https://docs.duendesoftware.com/identityserver/reference/models/client/',
  },
  console: 'The Client objects of the server’s configuration',
  hosts: [/^demo\.duendesoftware\.com$/],
  paths: [
    /\/connect\/(?:authorize\/callback|deviceauthorization|checksession|endsession\/callback|mtls\/token)$/,
  ],
  metadata: (document) =>
    lists(document, { token: '/connect/token', jwks_uri: '/.well-known/openid-configuration/jwks' }),
  tenants: [],
  codeLifetime: codesLive(300, {
    title: 'Duende IdentityServer: AuthorizationCodeLifetime',
    url: 'https://docs.duendesoftware.com/identityserver/reference/models/client/',
  }),
  refreshTokens: { days: 30, idleDays: 15, rotation: 'by setting' },
  redirectMatching: { rule: 'case-insensitive', anyPort: 'none' },
  clientAuthentication: [
    'client_secret_basic',
    'client_secret_post',
    'private_key_jwt',
    'tls_client_auth',
    'none',
  ],
  errors: [
    saying(
      'The server has no enabled client with this client_id.',
      atAuthorize(/Unknown client or client not enabled/, 'client_unknown', 0.95),
    ),
    atAuthorize(/Invalid redirect_uri/, 'redirect_uri_not_registered', 0.97),
    atAuthorize(/Invalid grant type for client/, 'grant_type_not_allowed', 0.97),
    atAuthorize(/code challenge required/, 'pkce_required', 0.97),
    atAuthorize(/Invalid scope|Missing openid scope|openid scope is missing/, 'scope_invalid', 0.95),
    atToken(/invalid_username_or_password/, 'user_credentials_wrong', 0.97),
    saying(
      'The client must send a DPoP proof.',
      atToken(
        /Client requires DPoP|Proof of possession/,
        'dpop_invalid',
        0.9,
        'Send a DPoP proof, which the client’s setting RequireDPoP demands.',
      ),
    ),
  ],
  fixes: {
    client_unknown: 'Add the client, with Enabled true, to the clients this server loads.',
    client_secret_wrong:
      'Compare with Client.ClientSecrets, which hold the SHA-256 of the secret and may expire.',
    redirect_uri_not_registered: 'Add the URI to Client.RedirectUris.',
    post_logout_redirect_uri_not_registered: 'Add the URI to Client.PostLogoutRedirectUris.',
    grant_type_not_allowed: 'Add the grant to Client.AllowedGrantTypes.',
    pkce_required: 'Send PKCE with S256; Client.RequirePkce demands it.',
    scope_invalid: 'Add the scope to Client.AllowedScopes and to the server’s API scopes.',
    cors_blocked: 'Add the page’s origin to Client.AllowedCorsOrigins.',
    code_expired: 'Redeem the code at once, or raise Client.AuthorizationCodeLifetime.',
    refresh_token_reused: 'Serialise refreshes, or set Client.RefreshTokenUsage to ReUse.',
  },
};
