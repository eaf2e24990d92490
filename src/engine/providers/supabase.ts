import { anywhere, atAuthorize, atToken, secretsOrNone, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Supabase Auth: a broker in front of other providers, with a grant of its own (`pkce`), and an OAuth server. */
export const supabase: Provider = {
  id: 'supabase',
  name: 'Supabase Auth',
  documentation: {
    title: 'Supabase Auth: error codes',
    url: 'https://supabase.com/docs/guides/auth/debugging/error-codes',
  },
  console: 'Supabase dashboard → the project → Authentication',
  hosts: [/^[a-z0-9]{20}\.supabase\.(?:co|in)$/],
  paths: [/^\/auth\/v1\/(?:authorize|callback|token|verify|oauth\/(?:authorize|token))$/],
  tenants: [
    { url: /^https:\/\/(?<project>[a-z0-9]{20})\.supabase\.(?:co|in)(?:[:/?#]|$)/i, key: '{project:lc}' },
  ],
  codeLifetime: undefined,
  refreshTokens: { rotation: 'always' },
  redirectMatching: { rule: 'exact or wildcard', anyPort: 'none' },
  clientAuthentication: secretsOrNone,
  errors: [
    atToken(/no valid flow state found|flow_state_not_found/, 'code_unknown', 0.5),
    atToken(/flow state has expired|flow_state_expired/, 'code_expired', 0.95),
    atToken(/bad_code_verifier|code challenge does not match/, 'pkce_verifier_mismatch', 0.9),
    atToken(/Refresh Token Not Found|refresh_token_not_found/, 'refresh_token_revoked', 0.6),
    atToken(/Invalid Refresh Token: Already Used|refresh_token_already_used/, 'refresh_token_reused', 0.97),
    saying(
      'Supabase no longer knows the login that this answer belongs to.',
      atAuthorize(
        /OAuth state (?:parameter|not found|has expired)|State has already been used|bad_oauth_state/,
        'state_lost',
        0.8,
      ),
    ),
    saying(
      'The identity provider is not enabled in this project.',
      atAuthorize(
        /Unsupported provider/,
        'client_unknown',
        0.9,
        'Enable the provider under Authentication → Sign In / Providers.',
      ),
    ),
    atToken(/Client authentication required/, 'client_secret_missing', 0.8),
    atToken(/Authorization code has expired/, 'code_expired', 0.97),
    atToken(/Invalid authorization code/, 'code_unknown', 0.6),
    atToken(/code was not issued for this client/, 'code_other_client', 0.97),
    atToken(/Invalid redirect_uri/, 'redirect_uri_mismatch_at_token', 0.95),
    anywhere(/PKCE verification failed/, 'pkce_verifier_mismatch', 0.95),
  ],
  fixes: {
    redirect_uri_not_registered: 'Add the URL under Authentication → URL Configuration → Redirect URLs.',
    client_unknown: 'Check the provider’s Client ID under Authentication → Sign In / Providers.',
    client_secret_wrong: 'Check the provider’s secret under Authentication → Sign In / Providers.',
    code_unknown:
      'Exchange the code once, in the browser that started the login: the verifier is in its storage.',
    refresh_token_reused:
      'Let one client refresh at a time; the same token is accepted again for ten seconds only.',
  },
};
