import type { Provider } from './provider.ts';

/** Okta: an org, and inside it the org authorization server or a custom one. */
export const okta: Provider = {
  id: 'okta',
  name: 'Okta',
  hosts: [/^[a-z0-9-]+\.(?:okta\.com|okta-emea\.com|oktapreview\.com|okta-gov\.com|okta\.mil)$/],
  paths: [],
  tenants: [
    {
      url: /^https:\/\/(?<org>[a-z0-9-]+?)(?:-admin)?\.(?<cell>okta\.com|okta-emea\.com|oktapreview\.com|okta-gov\.com|okta\.mil)(?::443)?\/oauth2\/(?!v1(?:\/|$))(?<server>[A-Za-z0-9]+)(?:\/|$)/i,
      key: '{org:lc}.{cell:lc}/{server}',
    },
    {
      url: /^https:\/\/(?<org>[a-z0-9-]+?)(?:-admin)?\.(?<cell>okta\.com|okta-emea\.com|oktapreview\.com|okta-gov\.com|okta\.mil)(?::443)?(?:[/?#]|$)/i,
      key: '{org:lc}.{cell:lc}',
    },
  ],
  codeLifetime: {
    milliseconds: 300_000,
    source: {
      title: 'Okta release notes 2021: authorization codes live five minutes',
      url: 'https://developer.okta.com/docs/release-notes/2021/',
    },
  },
  errors: [
    { at: 'any', says: /Invalid value for 'client_id' parameter/, cause: 'client_unknown', strength: 0.9 },
    {
      at: 'authorize',
      says: /'redirect_uri' parameter must be a Login redirect URI/,
      cause: 'redirect_uri_not_registered',
      strength: 0.97,
    },
    { at: 'authorize', says: /PKCE code challenge is required/, cause: 'pkce_required', strength: 0.97 },
    {
      at: 'token',
      says: /client secret supplied for a confidential client is invalid/,
      cause: 'client_secret_wrong',
      strength: 0.9,
    },
    { at: 'token', says: /No client credentials found/, cause: 'client_secret_missing', strength: 0.95 },
    {
      at: 'token',
      says: /Found Authentication header but was not valid client credentials/,
      cause: 'client_auth_malformed',
      strength: 0.9,
    },
    {
      at: 'token',
      says: /Cannot supply multiple client credentials/,
      cause: 'client_auth_multiple',
      strength: 0.97,
    },
    { at: 'token', says: /PKCE verification failed/, cause: 'pkce_verifier_mismatch', strength: 0.95 },
    { at: 'token', says: /PKCE code verifier is required/, cause: 'pkce_verifier_missing', strength: 0.95 },
    { at: 'token', says: /grant was issued to another client/, cause: 'code_other_client', strength: 0.95 },
    {
      at: 'token',
      says: /grant was issued for another authorization server/,
      cause: 'tenant_mismatch',
      strength: 0.97,
    },
    {
      at: 'token',
      says: /'redirect_uri' does not match the redirection URI used/,
      cause: 'redirect_uri_mismatch_at_token',
      strength: 0.95,
    },
    {
      at: 'token',
      says: /refresh token is invalid or expired/,
      cause: 'refresh_token_expired',
      strength: 0.6,
    },
    { at: 'token', says: /client_assertion/, cause: 'client_assertion_invalid', strength: 0.95 },
  ],
};
