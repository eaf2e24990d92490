import type { Provider } from './provider.ts';

const hostNames = String.raw`login\.microsoftonline\.com|login\.windows\.net|login\.microsoft\.com|sts\.windows\.net`;

/** Microsoft Entra ID with its national clouds; the tenant is the first path segment. */
export const entra: Provider = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  hosts: [
    new RegExp(`^(?:${hostNames})$`),
    /^login\.microsoftonline\.us$/,
    /^login\.partner\.microsoftonline\.cn$/,
    /^login\.chinacloudapi\.cn$/,
  ],
  paths: [],
  tenants: [
    { url: new RegExp(`^https://(?:${hostNames})/(?<tenant>[^/?#]+)/`, 'i'), key: '{tenant:lc}' },
    { url: /^https:\/\/login\.microsoftonline\.us\/(?<tenant>[^/?#]+)\//i, key: 'us/{tenant:lc}' },
    {
      url: /^https:\/\/login\.(?:partner\.microsoftonline|chinacloudapi)\.cn\/(?<tenant>[^/?#]+)\//i,
      key: 'cn/{tenant:lc}',
    },
  ],
  anyTenant: ['common', 'organizations', 'consumers'],
  codeLifetime: {
    milliseconds: 600_000,
    source: {
      title: 'Microsoft identity platform: authorization code flow',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
    },
  },
  errors: [
    { at: 'any', says: /AADSTS(?:700016|700011|90002|50194)\b/, cause: 'client_unknown', strength: 0.9 },
    { at: 'any', says: /AADSTS7000112\b/, cause: 'client_unknown', strength: 0.95 },
    {
      at: 'authorize',
      says: /AADSTS(?:50011|500112|70004)\b/,
      cause: 'redirect_uri_not_registered',
      strength: 0.97,
    },
    {
      at: 'token',
      says: /AADSTS(?:50011|500112|70004)\b/,
      cause: 'redirect_uri_mismatch_at_token',
      strength: 0.95,
    },
    { at: 'token', says: /AADSTS(?:7000215|70002)\b/, cause: 'client_secret_wrong', strength: 0.9 },
    { at: 'token', says: /AADSTS7000222\b/, cause: 'client_secret_expired', strength: 0.97 },
    { at: 'token', says: /AADSTS7000218\b/, cause: 'client_secret_missing', strength: 0.95 },
    { at: 'token', says: /AADSTS700025\b/, cause: 'public_client_sent_secret', strength: 0.97 },
    { at: 'token', says: /AADSTS(?:700027|50012)\b/, cause: 'client_assertion_invalid', strength: 0.9 },
    { at: 'token', says: /AADSTS700005\b/, cause: 'tenant_mismatch', strength: 0.97 },
    { at: 'token', says: /AADSTS54005\b/, cause: 'code_reused', strength: 0.97 },
    { at: 'token', says: /AADSTS(?:501481|50147|501491)\b/, cause: 'pkce_verifier_mismatch', strength: 0.95 },
    { at: 'token', says: /AADSTS(?:70008|700082|700084)\b/, cause: 'refresh_token_expired', strength: 0.95 },
    { at: 'token', says: /AADSTS(?:50173|50133|50132)\b/, cause: 'refresh_token_revoked', strength: 0.9 },
    {
      at: 'any',
      says: /AADSTS(?:50076|50078|50079|53003|70043)\b/,
      cause: 'interaction_required',
      strength: 0.95,
    },
    { at: 'any', says: /AADSTS65001\b/, cause: 'consent_required', strength: 0.95 },
    { at: 'any', says: /AADSTS500011\b/, cause: 'resource_invalid', strength: 0.95 },
  ],
};
