import { anywhere, atAuthorize, atToken, codesLive, keysOrSecrets, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Keycloak, self-hosted under any host and prefix; the tenant is the realm. */
export const keycloak: Provider = {
  id: 'keycloak',
  name: 'Keycloak',
  documentation: {
    title: 'Keycloak: server administration guide',
    url: 'https://www.keycloak.org/docs/latest/server_admin/index.html',
  },
  console: 'Keycloak admin console → the realm → Clients → the client',
  hosts: [],
  paths: [/\/realms\/[^/]+\/(?:protocol\/openid-connect\/|login-actions\/|broker\/)/],
  tenants: [{ url: /^https?:\/\/[^/?#]+(?:\/[^/?#]+){0,4}?\/realms\/(?<realm>[^/?#]+)/i, key: '{realm}' }],
  codeLifetime: codesLive(60, {
    title: 'Keycloak: Client Login Timeout',
    url: 'https://www.keycloak.org/docs/latest/server_admin/index.html#_timeouts',
  }),
  refreshTokens: { rotation: 'by setting' },
  redirectMatching: { rule: 'exact or wildcard', anyPort: 'localhost' },
  clientAuthentication: [...keysOrSecrets, 'tls_client_auth'],
  errors: [
    atAuthorize(/Invalid parameter: redirect_uri/i, 'redirect_uri_not_registered', 0.97),
    atAuthorize(/Client not found/i, 'client_unknown', 0.97),
    atAuthorize(
      /(?:Standard|Implicit) flow is disabled|not allowed to initiate browser login/,
      'grant_type_not_allowed',
      0.97,
    ),
    atAuthorize(
      /Missing parameter: code_challenge|Invalid parameter: code[_ ]challenge/,
      'pkce_required',
      0.95,
    ),
    saying(
      'The login page stood too long at Keycloak.',
      atAuthorize(
        /authentication_expired/,
        'state_lost',
        0.9,
        'Start the login again: the login page stood too long.',
      ),
    ),
    // The same sentence for an unknown client and for a wrong secret; only the code tells them apart.
    atToken(/(?:^|\n)invalid_client\nInvalid client or Invalid client credentials/, 'client_unknown', 0.7),
    atToken(/Client secret not provided in request/, 'client_secret_missing', 0.95),
    atToken(/(?:^|\n)unauthorized_client\nInvalid client|Invalid client secret/, 'client_secret_wrong', 0.85),
    atToken(/Code not valid/, 'code_unknown', 0.3),
    atToken(/Code is expired/, 'code_expired', 0.95),
    atToken(/Incorrect redirect_uri/, 'redirect_uri_mismatch_at_token', 0.97),
    atToken(/Found different client_id/, 'code_other_client', 0.97),
    atToken(/Client not allowed to exchange code/, 'grant_type_not_allowed', 0.97),
    atToken(
      /Session not active|User session not found|Offline session not active|Session doesn't have required client|Client session not active/,
      'grant_revoked',
      0.75,
    ),
    saying(
      'The user was disabled or deleted.',
      atToken(/\n(?:User not found|User disabled)$/, 'grant_revoked', 0.9),
    ),
    atToken(/PKCE code verifier not specified/, 'pkce_verifier_missing', 0.95),
    atToken(/verifier specified but challenge not present/, 'pkce_verifier_unexpected', 0.95),
    atToken(/PKCE verification failed/, 'pkce_verifier_mismatch', 0.95),
    atToken(/Maximum allowed refresh token reuse exceeded/, 'refresh_token_reused', 0.97),
    atToken(/Stale token/, 'refresh_token_reused', 0.8),
    atToken(/Token is not active|Refresh token expired|Token is expired/, 'refresh_token_expired', 0.9),
    atToken(/Invalid refresh token/, 'refresh_token_invalid', 0.7),
    atToken(/Token client and authorized client don't match/, 'refresh_token_other_client', 0.97),
    saying(
      'The token was issued under another address of Keycloak, or by another realm.',
      atToken(/Invalid token issuer\. Expected '/, 'tenant_mismatch', 0.85),
    ),
    atToken(/Client no longer has requested consent/, 'grant_revoked', 0.9),
    atToken(/Missing (?:parameter: code|form parameter: grant_type)/, 'request_malformed', 0.95),
    atToken(
      /not allowed for direct access grants|not enabled to retrieve service account/,
      'grant_type_not_allowed',
      0.97,
    ),
    atToken(/Unsupported grant_type/, 'grant_type_unsupported', 0.95),
    atToken(/Invalid user credentials/, 'user_credentials_wrong', 0.97),
    atToken(/Account is not fully set up/, 'interaction_required', 0.9),
    anywhere(/Invalid scopes:/, 'scope_invalid', 0.95),
    saying('Keycloak has no realm of this name.', anywhere(/Realm does not exist/, 'tenant_mismatch', 0.95)),
    saying(
      'The realm demands HTTPS.',
      anywhere(
        /HTTPS required/,
        'request_malformed',
        0.9,
        'Use https, forward X-Forwarded-Proto through the proxy, or lower Realm settings → General → Require SSL.',
      ),
    ),
  ],
  fixes: {
    client_unknown:
      'Compare client_id with Clients in this realm, and the realm in the URL with the one you mean.',
    client_secret_wrong: 'Copy Clients → the client → Credentials → Client Secret of this realm.',
    client_secret_missing:
      'Send the secret, or switch Clients → the client → Settings → Client authentication off.',
    redirect_uri_not_registered: 'Add the URI under Clients → the client → Settings → Valid redirect URIs.',
    post_logout_redirect_uri_not_registered:
      'Add the URI under Clients → the client → Settings → Valid post logout redirect URIs.',
    cors_blocked: 'Add the page’s origin under Clients → the client → Settings → Web origins.',
    grant_type_not_allowed: 'Tick the flow under Clients → the client → Settings → Authentication flow.',
    pkce_required: 'Send PKCE with S256; it is demanded by Clients → the client → Advanced → PKCE Method.',
    code_expired: 'Redeem the code at once, or raise Realm settings → Tokens → Client login timeout.',
    tenant_mismatch:
      'Use the same realm in both URLs, and the same host name that Realm settings → Frontend URL gives.',
    refresh_token_expired: 'Sign in again, or raise Realm settings → Sessions → SSO Session Idle.',
    refresh_token_reused:
      'Serialise refreshes; Realm settings → Tokens → Revoke Refresh Token allows each token once.',
    scope_invalid: 'Assign the scope under Clients → the client → Client scopes.',
    client_assertion_invalid:
      'Register the key under Clients → the client → Keys, and send the realm’s URL as aud.',
  },
};
