import type { Provider } from './provider.ts';

/** Google: one issuer for everyone, authorization and token endpoints on different hosts. */
export const google: Provider = {
  id: 'google',
  name: 'Google',
  hosts: [/^(?:accounts\.google\.com|oauth2\.googleapis\.com|openidconnect\.googleapis\.com)$/],
  paths: [],
  tenants: [{ url: /^https:\/\/(?:accounts\.google\.com|[a-z0-9]+\.googleapis\.com)/i, key: 'google' }],
  codeLifetime: undefined,
  errors: [
    {
      at: 'authorize',
      says: /redirect_uri_mismatch|origin_mismatch/,
      cause: 'redirect_uri_not_registered',
      strength: 0.97,
    },
    {
      at: 'any',
      says: /deleted_client|disabled_client|OAuth client was not found/,
      cause: 'client_unknown',
      strength: 0.95,
    },
    { at: 'token', says: /provided client secret is invalid/, cause: 'client_secret_wrong', strength: 0.95 },
    { at: 'token', says: /client_secret is missing/, cause: 'client_secret_missing', strength: 0.95 },
    { at: 'token', says: /Code was already redeemed/, cause: 'code_reused', strength: 0.97 },
    { at: 'token', says: /Malformed auth code/, cause: 'code_unknown', strength: 0.8 },
    { at: 'token', says: /redirect_uri_mismatch/, cause: 'redirect_uri_mismatch_at_token', strength: 0.97 },
    { at: 'token', says: /Missing code verifier/, cause: 'pkce_verifier_missing', strength: 0.95 },
    { at: 'token', says: /Invalid code verifier/, cause: 'pkce_verifier_mismatch', strength: 0.95 },
    { at: 'token', says: /Token has been expired or revoked/, cause: 'refresh_token_revoked', strength: 0.6 },
    { at: 'token', says: /invalid_rapt|rapt_required/, cause: 'interaction_required', strength: 0.95 },
  ],
};
