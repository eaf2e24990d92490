import { anywhere, atAuthorize, atToken, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Salesforce: login for production, test for sandboxes, and each org’s own host. */
export const salesforce: Provider = {
  id: 'salesforce',
  name: 'Salesforce',
  documentation: {
    title: 'Salesforce: OAuth authorization flow errors',
    url: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm',
  },
  console: 'Salesforce Setup → External Client App Manager (or App Manager) → the app',
  hosts: [
    /^(?:login|test)\.salesforce\.com$/,
    /^[a-z0-9-]{1,80}(?:\.(?:sandbox|develop|scratch|trailblaze))?\.my\.salesforce\.com$/,
    /^[a-z0-9.-]{1,120}\.(?:my\.site|force)\.com$/,
  ],
  paths: [/\/services\/oauth2\/(?:authorize|token|revoke|introspect|userinfo)$/],
  tenants: [{ url: /^https:\/\/(?<host>[^/?#:]+)(?::443)?\/services\/oauth2\//i, key: '{host:lc}' }],
  codeLifetime: undefined,
  refreshTokens: { rotation: 'by setting' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  errors: [
    atToken(
      /\nauthentication failure|^authentication failure/,
      'user_credentials_wrong',
      0.5,
      'Append the security token to the password, allow the caller under Setup → Network Access, and use test.salesforce.com for a sandbox.',
    ),
    atToken(/expired authorization code/, 'code_expired', 0.7),
    atToken(/invalid authorization code/, 'code_unknown', 0.5),
    atToken(/expired access\/refresh token/, 'refresh_token_expired', 0.6),
    anywhere(/client identifier invalid|invalid_client_id/, 'client_unknown', 0.9),
    atToken(/invalid client credentials/, 'client_secret_wrong', 0.9),
    atAuthorize(
      /redirect_uri must match configuration|redirect_uri_mismatch/,
      'redirect_uri_not_registered',
      0.97,
    ),
    saying(
      'The redirect_uri of the token request is not one of the app’s callback URLs.',
      atToken(
        /redirect_uri must match configuration|redirect_uri_mismatch/,
        'redirect_uri_mismatch_at_token',
        0.9,
        'Send the redirect_uri of the login, as it stands in the app’s OAuth settings → Callback URL.',
      ),
    ),
    saying('The user declined.', atAuthorize(/end-user denied authorization/, 'access_denied', 0.97)),
    saying(
      'The app’s administrator has not admitted this user.',
      anywhere(
        /user is not admin approved to access this app|OAUTH_APP_ACCESS_DENIED/,
        'access_denied',
        0.97,
        'Assign the app to the user’s profile or permission set: Setup → Manage Connected Apps → the app → OAuth policies → Permitted Users.',
      ),
    ),
    atToken(
      /audience validation failed/i,
      'client_assertion_invalid',
      0.9,
      'Set the assertion’s aud to https://login.salesforce.com, or https://test.salesforce.com for a sandbox.',
    ),
    atToken(
      /user hasn't approved this consumer/,
      'consent_required',
      0.95,
      'Let the user log in once, or admit the profile under Setup → Manage Connected Apps → the app → OAuth policies → Permitted Users.',
    ),
    saying(
      'The user or the organisation is inactive.',
      anywhere(
        /inactive_user|inactive_org/,
        'access_denied',
        0.95,
        'Activate the user under Setup → Users, or the org.',
      ),
    ),
    anywhere(/rate_limit_exceeded/, 'rate_limited', 0.95),
  ],
  fixes: {
    client_unknown:
      'Compare client_id with the app’s Consumer Key; a new app takes up to ten minutes to work.',
    client_secret_wrong: 'Compare the secret with the app’s Consumer Secret.',
    redirect_uri_not_registered: 'Add the exact URI to the app’s OAuth settings → Callback URL.',
    tenant_mismatch:
      'Use login.salesforce.com for production and test.salesforce.com, or the org’s own host, for a sandbox in both requests.',
    refresh_token_expired:
      'Log in again; Setup → Manage Connected Apps → the app → OAuth policies → Refresh Token Policy says how long it lives.',
    scope_invalid: 'Add the scope to the app’s Selected OAuth Scopes.',
    grant_type_not_allowed:
      'Enable the flow in the app’s OAuth settings, and allow it under Setup → OAuth and OpenID Connect Settings.',
    cors_blocked: 'Add the page’s origin under Setup → CORS, with OAuth endpoints enabled.',
    pkce_required: 'Send PKCE with S256; “Require Proof Key for Code Exchange” is ticked for the app.',
  },
};
