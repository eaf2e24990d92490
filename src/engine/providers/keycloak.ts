import type { Provider } from './provider.ts';

/** Keycloak, self-hosted under any host and prefix; the tenant is the realm. */
export const keycloak: Provider = {
  id: 'keycloak',
  name: 'Keycloak',
  hosts: [],
  paths: [/\/realms\/[^/]+\/(?:protocol\/openid-connect\/|login-actions\/|broker\/)/],
  tenants: [
    { url: /^https?:\/\/(?<host>[^/?#]+)(?:\/[^?#]*?)?\/realms\/(?<realm>[^/?#]+)/i, key: '{realm}' },
  ],
  codeLifetime: {
    milliseconds: 60_000,
    source: {
      title: 'Keycloak: Client Login Timeout',
      url: 'https://www.keycloak.org/docs/latest/server_admin/index.html#_timeouts',
    },
  },
  errors: [
    {
      at: 'authorize',
      says: /Invalid parameter: redirect_uri/i,
      cause: 'redirect_uri_not_registered',
      strength: 0.97,
    },
    { at: 'authorize', says: /Client not found/i, cause: 'client_unknown', strength: 0.97 },
    { at: 'token', says: /Code not valid/, cause: 'code_unknown', strength: 0.3 },
    { at: 'token', says: /Code is expired/, cause: 'code_expired', strength: 0.95 },
    { at: 'token', says: /Incorrect redirect_uri/, cause: 'redirect_uri_mismatch_at_token', strength: 0.97 },
    {
      at: 'token',
      says: /User session not found|Session not active/,
      cause: 'grant_revoked',
      strength: 0.85,
    },
    { at: 'token', says: /Found different client_id/, cause: 'code_other_client', strength: 0.97 },
    {
      at: 'token',
      says: /Client not allowed to exchange code/,
      cause: 'grant_type_not_allowed',
      strength: 0.97,
    },
    { at: 'token', says: /Token is not active/, cause: 'refresh_token_expired', strength: 0.9 },
    {
      at: 'token',
      says: /Maximum allowed refresh token reuse exceeded/,
      cause: 'refresh_token_reused',
      strength: 0.97,
    },
  ],
};
