import { anywhere, atAuthorize, atToken, oneTenant, secretsOrNone, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Google: one issuer for everyone, authorization and token endpoints on different hosts. */
export const google: Provider = {
  id: 'google',
  name: 'Google',
  documentation: {
    title: 'Google: OAuth 2.0 for web server applications',
    url: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  },
  console: 'Google Cloud console → Google Auth Platform → Clients → the client',
  hosts: [
    /^(?:accounts\.google\.com|oauth2\.googleapis\.com|www\.googleapis\.com|openidconnect\.googleapis\.com|accounts\.youtube\.com)$/,
  ],
  paths: [],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { idleDays: 180, rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: 'loopback' },
  clientAuthentication: secretsOrNone,
  givesAllSecrets: true,
  errors: [
    atAuthorize(/redirect_uri_mismatch/, 'redirect_uri_not_registered', 0.97),
    saying(
      'The page’s origin is not registered for this client.',
      anywhere(/origin_mismatch|given origin is not allowed for the given client ID/, 'cors_blocked', 0.95),
    ),
    anywhere(/deleted_client|disabled_client|OAuth client was not found/, 'client_unknown', 0.95),
    atAuthorize(/Error 401: invalid_client|no registered origin|no support email/, 'client_unknown', 0.85),
    saying(
      'The app admits accounts of its own organisation only.',
      atAuthorize(
        /org_internal/,
        'access_denied',
        0.97,
        'Sign in with an account of the organisation, or set Audience → User type to External.',
      ),
    ),
    saying(
      'The app is in testing, and this account is not one of its test users.',
      atAuthorize(
        /Error 403: access_denied|currently being tested/,
        'access_denied',
        0.8,
        'Add the account under Audience → Test users, or publish the app.',
      ),
    ),
    saying(
      'Google refuses logins inside an embedded web view.',
      atAuthorize(
        /disallowed_useragent/,
        'access_denied',
        0.97,
        'Open the login in the system browser: Google refuses embedded web views.',
      ),
    ),
    saying(
      'The administrator of the user’s organisation has not admitted the app.',
      atAuthorize(
        /admin_policy_enforced|access_not_configured/,
        'consent_required',
        0.95,
        'Have the Workspace administrator trust the app under Security → API controls → App access control.',
      ),
    ),
    saying(
      'The client is disabled.',
      atAuthorize(
        /disabled_client/,
        'client_unknown',
        0.97,
        'Enable the client under Clients, or use another.',
      ),
    ),
    atAuthorize(/Error 400: invalid_scope/, 'scope_invalid', 0.95),
    atAuthorize(/Error 400: invalid_request/, 'request_malformed', 0.6),
    atAuthorize(/immediate_failed/, 'interaction_required', 0.95),
    atToken(/provided client secret is invalid/, 'client_secret_wrong', 0.95),
    atToken(/(?:^|\n)invalid_client\nUnauthorized$/, 'client_secret_wrong', 0.8),
    atToken(/client_secret is missing/, 'client_secret_missing', 0.95),
    atToken(/Code was already redeemed/, 'code_reused', 0.97),
    atToken(/Malformed auth code/, 'code_unknown', 0.8),
    atToken(/redirect_uri_mismatch/, 'redirect_uri_mismatch_at_token', 0.97),
    atToken(/Missing code verifier/, 'pkce_verifier_missing', 0.95),
    atToken(/code_verifier or verifier is not needed/, 'pkce_verifier_unexpected', 0.95),
    atToken(/Invalid code verifier/, 'pkce_verifier_mismatch', 0.95),
    atToken(/(?:^|\n)unauthorized_client\nUnauthorized$/, 'code_other_client', 0.6),
    atToken(/Token has been expired or revoked/, 'refresh_token_revoked', 0.6),
    atToken(/invalid_rapt|rapt_required|reauth related error/, 'interaction_required', 0.95),
    atToken(/Invalid JWT: Token must be a short-lived token/, 'clock_skew', 0.85),
    atToken(/Invalid JWT Signature/, 'client_assertion_invalid', 0.95),
  ],
  fixes: {
    client_unknown:
      'Compare client_id with Clients → the client; a deleted client can be restored there for 30 days.',
    client_secret_wrong: 'Use a secret listed as enabled under Clients → the client → Client secrets.',
    client_secret_missing: 'Send the secret too: Google asks web and desktop clients for it even with PKCE.',
    redirect_uri_not_registered:
      'Add the exact URI under Clients → the client → Authorized redirect URIs; it can take minutes to work.',
    redirect_uri_mismatch_at_token:
      'Send the redirect_uri of the login again; for a code from the popup library that is the word postmessage.',
    cors_blocked: 'Add the page’s origin under Clients → the client → Authorized JavaScript origins.',
    refresh_token_revoked:
      'Sign in again; while Audience → Publishing status is Testing, refresh tokens end after 7 days.',
    scope_invalid: 'Compare the scopes with Data Access → Add or remove scopes.',
  },
};
