import { anywhere, atAuthorize, atToken, lists, secretsOrNone, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** FusionAuth, hosted or self-hosted; the tenant is a parameter, so the endpoints do not tell it. */
export const fusionauth: Provider = {
  id: 'fusionauth',
  name: 'FusionAuth',
  documentation: {
    title: 'FusionAuth: OAuth endpoints',
    url: 'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/endpoints',
  },
  console: 'FusionAuth admin UI → Applications → the application → OAuth',
  hosts: [/^[a-z0-9-]{1,63}\.fusionauth\.io$/],
  paths: [/\/oauth2\/device_authorize$/],
  metadata: (document) =>
    lists(document, { token: '/oauth2/token', device_authorization: '/oauth2/device_authorize' }),
  tenants: [],
  codeLifetime: undefined,
  refreshTokens: { days: 30, rotation: 'by setting' },
  redirectMatching: { rule: 'exact or wildcard', anyPort: undefined },
  clientAuthentication: secretsOrNone,
  errors: [
    atToken(/auth_code_not_found/, 'code_unknown', 0.45),
    atToken(/refresh_token_not_found/, 'refresh_token_invalid', 0.7),
    anywhere(/invalid_client_id|missing_client_id/, 'client_unknown', 0.95),
    atToken(/client_authentication_missing/, 'client_secret_missing', 0.95),
    atToken(/invalid_client_authentication_scheme/, 'client_auth_method_wrong', 0.95),
    atToken(/invalid_client_authentication/, 'client_secret_wrong', 0.8),
    atToken(/client_id_mismatch/, 'code_other_client', 0.85),
    atAuthorize(/invalid_redirect_uri|missing_redirect_uri/, 'redirect_uri_not_registered', 0.97),
    atToken(/invalid_redirect_uri|missing_redirect_uri/, 'redirect_uri_mismatch_at_token', 0.95),
    atToken(/missing_(?:pkce_)?code_verifier/, 'pkce_verifier_missing', 0.97),
    atToken(/invalid_pkce_code_verifier/, 'pkce_verifier_mismatch', 0.97),
    atAuthorize(/(?:invalid_pkce|missing)_code_challenge/, 'pkce_required', 0.95),
    atToken(/grant_type_disabled/, 'grant_type_not_allowed', 0.97),
    atToken(/invalid_grant_type|missing_grant_type/, 'grant_type_unsupported', 0.9),
    saying(
      'FusionAuth does not admit the page’s origin for this application.',
      anywhere(/invalid_origin/, 'cors_blocked', 0.95),
    ),
  ],
  fixes: {
    client_unknown:
      'Compare client_id with the application’s OAuth → Client Id, and tenantId with its tenant.',
    client_secret_wrong: 'Compare the secret with OAuth → Client secret.',
    client_secret_missing:
      'Send the secret, or set OAuth → Client Authentication to “Not required when using PKCE”.',
    client_auth_method_wrong: 'Send the secret in the Authorization header.',
    redirect_uri_not_registered: 'Add the URL under OAuth → Authorized redirect URLs.',
    grant_type_not_allowed: 'Tick the grant under OAuth → Enabled grants.',
    cors_blocked: 'Add the page’s origin under OAuth → Authorized request origin URLs.',
    code_expired: 'Redeem the code at once, or raise Tenants → OAuth → Authorization Code duration.',
  },
};
