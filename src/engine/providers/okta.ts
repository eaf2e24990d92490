import { anywhere, atAuthorize, atToken, codesLive, keysOrSecrets, lists, saying } from './facts.ts';
import type { Provider } from './provider.ts';

const cells = String.raw`okta\.com|okta-emea\.com|oktapreview\.com|okta-gov\.com|okta\.mil|trexcloud\.com`;

/** Okta: an org, and inside it the org authorization server or a custom one. */
export const okta: Provider = {
  id: 'okta',
  name: 'Okta',
  documentation: {
    title: 'Okta: OAuth 2.0 error codes',
    url: 'https://developer.okta.com/docs/reference/error-codes/',
  },
  console: 'Okta Admin Console → Applications → Applications → the app → General',
  hosts: [new RegExp(String.raw`^(?!(?:www|developer|login|help|support)\.)[a-z0-9-]{1,63}\.(?:${cells})$`)],
  paths: [/\/oauth2\/(?!v1\/)[A-Za-z0-9]{3,40}\/v1\/(?:authorize|token|par|interact|keys|userinfo|logout)$/],
  metadata: (document) =>
    lists(document, {
      authorization: '/oauth2/v1/authorize',
      token: '/oauth2/v1/token',
      jwks_uri: '/oauth2/v1/keys',
    }),
  tenants: [
    {
      url: new RegExp(
        `^https://(?<org>[a-z0-9-]+?)(?:-admin)?\\.(?<cell>${cells})(?::443)?/oauth2/(?!v1(?:/|$))(?<server>[A-Za-z0-9]+)(?:/|$)`,
        'i',
      ),
      key: '{org:lc}.{cell:lc}/{server}',
    },
    {
      url: new RegExp(`^https://(?<org>[a-z0-9-]+?)(?:-admin)?\\.(?<cell>${cells})(?::443)?(?:[/?#]|$)`, 'i'),
      key: '{org:lc}.{cell:lc}',
    },
  ],
  codeLifetime: codesLive(300, {
    title: 'Okta release notes 2021: authorization codes live five minutes',
    url: 'https://developer.okta.com/docs/release-notes/2021/',
  }),
  refreshTokens: { days: 90, idleDays: 7, rotation: 'by setting' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: keysOrSecrets,
  errors: [
    anywhere(/Invalid value for 'client_id' parameter/, 'client_unknown', 0.9),
    atToken(/client secret supplied for a confidential client is invalid/, 'client_secret_wrong', 0.9),
    atToken(
      /Client authentication failed\. Either the client or the client credentials are invalid/,
      'client_auth_method_wrong',
      0.4,
    ),
    atToken(/No client credentials found/, 'client_secret_missing', 0.95),
    atToken(/Found Authentication header but was not valid client credentials/, 'client_auth_malformed', 0.9),
    atToken(/Cannot supply multiple client credentials/, 'client_auth_multiple', 0.97),
    saying(
      'The client’s credentials are in the URL.',
      atToken(
        /Client credentials cannot be supplied via query parameters/,
        'client_auth_method_wrong',
        0.95,
        'Move the credentials from the URL into the form body or the Authorization header, and rotate the secret that was in the URL.',
      ),
    ),
    atToken(/Browser requests to the token endpoint must use Proof Key/, 'pkce_required', 0.95),
    atToken(/may only use the authorization_code grant_type/, 'grant_type_not_allowed', 0.95),
    saying(
      'Okta does not take this client’s token request from a browser.',
      atToken(/Browser requests to the token endpoint must be (?:part of|made from)/, 'cors_blocked', 0.95),
    ),
    atToken(
      /(?:issuer|subject) claim for client_assertion is not a valid client_id/,
      'client_assertion_invalid',
      0.85,
    ),
    saying(
      'The times in the client assertion are not acceptable.',
      atToken(
        /client_assertion token (?:is expired|must be issued before|has an expiration too far)/,
        'client_assertion_invalid',
        0.94,
        'Sign an assertion for each request, with exp within the hour, and set the clock by NTP.',
      ),
    ),
    saying(
      'The client assertion was used before.',
      atToken(
        /client_assertion token has already been used/,
        'client_assertion_invalid',
        0.94,
        'Send a new jti in every assertion.',
      ),
    ),
    atToken(/client_assertion|does not have a JWKSet configured/, 'client_assertion_invalid', 0.9),
    atToken(/authorization code is invalid or has expired/, 'code_unknown', 0.35),
    atToken(/grant was issued to another client/, 'code_other_client', 0.95),
    atToken(/'redirect_uri' does not match the redirection URI used/, 'redirect_uri_mismatch_at_token', 0.97),
    saying(
      'The code or token was issued by another authorization server of this org.',
      anywhere(/was issued for another authorization server/, 'tenant_mismatch', 0.97),
    ),
    saying(
      'The org has no authorization server with this id.',
      anywhere(/authorization server id is invalid/, 'tenant_mismatch', 0.9),
    ),
    saying(
      'The client may not use a custom authorization server.',
      anywhere(
        /client cannot use a custom authorization server/,
        'tenant_mismatch',
        0.9,
        'Call the org authorization server: its endpoints begin with /oauth2/v1/, without a server id.',
      ),
    ),
    atToken(/PKCE verification failed/, 'pkce_verifier_mismatch', 0.95),
    atAuthorize(/PKCE code challenge is required/, 'pkce_required', 0.97),
    atToken(
      /PKCE code challenge should be specified in the authorize request/,
      'pkce_verifier_unexpected',
      0.95,
    ),
    atToken(/PKCE code verifier is required/, 'pkce_verifier_missing', 0.95),
    atToken(/refresh token is invalid or expired/, 'refresh_token_expired', 0.5),
    atAuthorize(/'redirect_uri' parameter must be a Login redirect URI/, 'redirect_uri_not_registered', 0.97),
    anywhere(
      /'post_logout_redirect_uri' parameter must be a Logout redirect URI/,
      'post_logout_redirect_uri_not_registered',
      0.97,
    ),
    atToken(/not authorized to use the provided grant type/, 'grant_type_not_allowed', 0.97),
    atToken(/grant type is not supported by the authorization server/, 'grant_type_unsupported', 0.9),
    saying(
      'No access policy of the authorization server admits this request.',
      anywhere(
        /Policy evaluation failed for this request/,
        'access_denied',
        0.9,
        'Add this client and its grant to a rule: Security → API → the authorization server → Access Policies.',
      ),
    ),
    saying(
      'The user is not assigned to the app.',
      atAuthorize(
        /User is not assigned to the client application/,
        'access_denied',
        0.97,
        'Assign the user or a group: Applications → the app → Assignments.',
      ),
    ),
    anywhere(/require the 'openid' scope/, 'scope_invalid', 0.95, 'Add openid to the requested scopes.'),
    anywhere(/One or more scopes are not configured for the authorization server/, 'scope_invalid', 0.9),
    saying(
      'A page may not ask for offline_access.',
      atToken(
        /may not include the offline_access scope/,
        'scope_invalid',
        0.95,
        'Tick Refresh Token under General → General Settings → Grant type, with rotation, or leave offline_access out.',
      ),
    ),
    atAuthorize(/The following scopes require user consent/, 'consent_required', 0.95),
    atAuthorize(/specified not to prompt, but the user is not logged in/, 'login_required', 0.97),
    anywhere(/user interaction is required/i, 'interaction_required', 0.9),
    anywhere(/DPoP proof JWT is issued (?:in the future|more than five minutes)/, 'clock_skew', 0.9),
    anywhere(/invalid_dpop_proof/, 'dpop_invalid', 0.9),
    anywhere(/API call exceeded rate limit/, 'rate_limited', 0.97),
    saying(
      'This org has no such endpoint, or not for this method.',
      anywhere(
        /requested path was not found|does not support the provided HTTP method/,
        'request_malformed',
        0.9,
        'Take the URL from the issuer’s discovery document, and send a form by POST.',
      ),
    ),
  ],
  fixes: {
    client_unknown:
      'Copy the Client ID from Applications → the app → General of this org, and check that the host is this org’s.',
    client_secret_wrong:
      'Compare the secret with Applications → the app → General → Client Credentials, or generate a new one under Client Secrets.',
    client_secret_missing:
      'Send the secret, or choose “None” under General → Client Credentials → Client authentication and use PKCE.',
    client_auth_method_wrong:
      'Use the method chosen under General → Client Credentials → Client authentication, on the same org and authorization server as the login.',
    client_auth_malformed:
      'Encode client_id:client_secret as base64 on one line, without a line break in the secret.',
    client_assertion_invalid:
      'Set iss and sub to the Client ID and aud to the token endpoint, and register the key under General → Client Credentials → Public Keys.',
    redirect_uri_not_registered: 'Add the exact URI under General → Login → Sign-in redirect URIs.',
    post_logout_redirect_uri_not_registered:
      'Add the exact URI under General → Login → Sign-out redirect URIs.',
    grant_type_not_allowed: 'Tick the grant under General → General Settings → Grant type.',
    pkce_required:
      'Send code_challenge with S256; the app demands it by “Require PKCE as additional verification”.',
    tenant_mismatch:
      'Take both endpoints from one issuer: Security → API → Authorization Servers → Issuer URI, on one Okta domain.',
    scope_invalid: 'Define the scope under Security → API → the authorization server → Scopes.',
    cors_blocked: 'Add the page’s origin under Security → API → Trusted Origins, with CORS ticked.',
    refresh_token_expired:
      'Sign in again, and lengthen the refresh token’s life in Security → API → the authorization server → Access Policies.',
    refresh_token_reused:
      'Serialise refreshes across tabs, or raise the grace period under General → General Settings → Refresh Token.',
  },
};
