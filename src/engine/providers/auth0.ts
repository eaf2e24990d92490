import type { Provider } from './provider.ts';

/** Auth0: the tenant is the whole domain, region included. */
export const auth0: Provider = {
  id: 'auth0',
  name: 'Auth0',
  hosts: [/^[a-z0-9-]+(?:\.(?:us|eu|au|ca|jp|uk)(?:-\d+)?)?\.auth0\.com$/],
  paths: [],
  tenants: [
    {
      url: /^https:\/\/(?<domain>[a-z0-9-]+(?:\.(?:us|eu|au|ca|jp|uk)(?:-\d+)?)?)\.auth0\.com(?:[/?#]|$)/i,
      key: '{domain:lc}',
    },
  ],
  codeLifetime: undefined,
  errors: [
    { at: 'authorize', says: /Unknown client:/, cause: 'client_unknown', strength: 0.95 },
    { at: 'authorize', says: /Callback URL mismatch/, cause: 'redirect_uri_not_registered', strength: 0.97 },
    { at: 'token', says: /Invalid authorization code/, cause: 'code_unknown', strength: 0.5 },
    { at: 'token', says: /Failed to verify code verifier/, cause: 'pkce_verifier_mismatch', strength: 0.95 },
    { at: 'token', says: /Unknown or invalid refresh token/, cause: 'refresh_token_invalid', strength: 0.6 },
    {
      at: 'token',
      says: /Grant type '.{0,80}' not allowed for the client/,
      cause: 'grant_type_not_allowed',
      strength: 0.97,
    },
  ],
};
