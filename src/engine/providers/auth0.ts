import { anywhere, atAuthorize, atToken, lists, saying } from './facts.ts';
import type { Provider } from './provider.ts';

const region = String.raw`(?:\.(?:us|eu|au|ca|jp|uk)(?:-\d+)?)?`;

/** Auth0: the tenant is the whole domain, region included. */
export const auth0: Provider = {
  id: 'auth0',
  name: 'Auth0',
  documentation: { title: 'Auth0: Authentication API', url: 'https://auth0.com/docs/api/authentication' },
  console: 'Auth0 Dashboard → Applications → Applications → the application → Settings',
  hosts: [new RegExp(String.raw`^(?!(?:manage|community|login|cdn)\.)[a-z0-9-]{1,63}${region}\.auth0\.com$`)],
  paths: [],
  metadata: (document) =>
    lists(document, { authorization: '/authorize', token: '/oauth/token', mfa_challenge: '/mfa/challenge' }),
  tenants: [
    {
      url: new RegExp(String.raw`^https://(?<domain>[a-z0-9-]{1,63}${region})\.auth0\.com(?:[/?#]|$)`, 'i'),
      key: '{domain:lc}',
    },
  ],
  codeLifetime: undefined,
  refreshTokens: { idleDays: 30, rotation: 'by setting' },
  redirectMatching: { rule: 'exact or wildcard', anyPort: 'none' },
  clientAuthentication: [
    'client_secret_basic',
    'client_secret_post',
    'private_key_jwt',
    'tls_client_auth',
    'none',
  ],
  errors: [
    atToken(/(?:^|\n)access_denied\nUnauthorized$/, 'client_secret_wrong', 0.6),
    atToken(/Client authentication failed|client authentication is required/i, 'client_secret_wrong', 0.5),
    anywhere(/Unknown client\b/, 'client_unknown', 0.9),
    atAuthorize(/Callback URL mismatch/, 'redirect_uri_not_registered', 0.97),
    atToken(/Invalid authorization code/, 'code_unknown', 0.35),
    atToken(/Failed to verify code verifier/, 'pkce_verifier_mismatch', 0.95),
    atToken(/Unknown or invalid refresh token/, 'refresh_token_invalid', 0.6),
    atToken(/Grant type '[^']{0,80}' not allowed for the client/, 'grant_type_not_allowed', 0.97),
    atToken(/Grant type not supported/, 'grant_type_unsupported', 0.9),
    saying(
      'The application is not authorized for this API.',
      atToken(
        /client grant|Client is not authorized to access/i,
        'grant_type_not_allowed',
        0.85,
        'Authorize the application for this API: Applications → APIs → the API → Machine to Machine Applications.',
      ),
    ),
    anywhere(/Service not found: \S/, 'resource_invalid', 0.97),
    anywhere(/valid URL in "Allowed Logout URLs"/, 'post_logout_redirect_uri_not_registered', 0.97),
    atToken(/Missing required parameter/, 'request_malformed', 0.8),
    saying(
      'The user must pass multi-factor authentication.',
      atToken(/mfa_required|Multifactor authentication required/i, 'interaction_required', 0.95),
    ),
    atToken(/invalid_user_password|Wrong email or password/, 'user_credentials_wrong', 0.97),
    atAuthorize(/Login required|not logged in/i, 'login_required', 0.95),
    atAuthorize(/Consent required/i, 'consent_required', 0.95),
    saying(
      'The login page outlived its session, or was reached by a bookmark or the back button.',
      atAuthorize(
        /couldn't find your session|pressed the back button, refreshed during login/,
        'state_lost',
        0.7,
        'Start again at /authorize, and set Branding → Universal Login → Default Login Route so that bookmarks restart the login.',
      ),
    ),
    anywhere(/\bexpired_token\b/, 'device_code_expired', 0.95),
    saying(
      'Auth0 does not admit the page’s origin for this application.',
      anywhere(/Cross origin login not allowed|Origin https?:\S{1,200} is not allowed/, 'cors_blocked', 0.95),
    ),
    anywhere(/too_many_requests|too_many_attempts/, 'rate_limited', 0.95),
  ],
  fixes: {
    client_unknown:
      'Use the Client ID shown in Settings → Basic Information of an application in this tenant.',
    client_secret_wrong:
      'Copy Settings → Basic Information → Client Secret of this tenant; a session secret of your framework is another thing.',
    client_auth_method_wrong:
      'Choose the method the application uses in Credentials → Authentication Methods; “None” for single-page and native applications.',
    client_assertion_invalid:
      'Set aud to https://your-domain/ with the slash, and check that the key in Credentials has not expired.',
    redirect_uri_not_registered:
      'Add the exact URL under Settings → Application URIs → Allowed Callback URLs.',
    post_logout_redirect_uri_not_registered:
      'Add the exact URL under Settings → Application URIs → Allowed Logout URLs.',
    cors_blocked:
      'Add the page’s origin under Settings → Application URIs → Allowed Web Origins, or Allowed Origins (CORS).',
    grant_type_not_allowed: 'Tick the grant under Settings → Advanced Settings → Grant Types.',
    refresh_token_reused:
      'Serialise refreshes across tabs, or raise Settings → Refresh Token Rotation → Rotation Overlap Period.',
    refresh_token_invalid:
      'Look in Monitoring → Logs (ferrt means reused, fertft expired or revoked), then sign in again.',
    tenant_mismatch:
      'Use one domain, region included, for both requests; a custom domain must be used for both.',
    resource_invalid: 'Use the Identifier of an API under Applications → APIs as audience.',
    scope_invalid: 'Define the permission under Applications → APIs → the API → Permissions.',
  },
};
