import { anywhere, atAuthorize, atToken, codesLive, numbered, saying } from './facts.ts';
import type { Provider } from './provider.ts';

const aadb2c = (...numbers: readonly number[]): RegExp => numbered('AADB2C', ...numbers);

const publicClients = 'Set Authentication → Advanced settings → Allow public client flows to Yes.';

/** Azure AD B2C: a tenant, and inside it a user flow (policy), which stands in the path or in the parameter `p`. */
export const azureAdB2c: Provider = {
  id: 'azure-ad-b2c',
  name: 'Azure AD B2C',
  documentation: {
    title: 'Azure AD B2C: error codes',
    url: 'https://learn.microsoft.com/en-us/azure/active-directory-b2c/error-codes',
  },
  console: 'Azure portal → Azure AD B2C → App registrations → the application',
  hosts: [/^[a-z0-9-]{1,63}\.b2clogin\.(?:com|us|cn|de)$/],
  paths: [/^\/(?:tfp\/|te\/)?[^/]{1,100}\/b2c_1a?_[^/]{1,100}\/(?:oauth2\/v2\.0|v2\.0|discovery|openid)\//i],
  tenants: [
    {
      url: /^https:\/\/(?<tenant>[a-z0-9-]{1,63})\.b2clogin\.(?:com|us|cn|de)\/(?:tfp\/|te\/)?[^/?#]+\/(?!oauth2\/|v2\.0\/|discovery\/|openid\/)(?<policy>[^/?#]+)\//i,
      key: '{tenant:lc}/{policy:lc}',
    },
    {
      url: /^https:\/\/(?<tenant>[a-z0-9-]{1,63})\.b2clogin\.(?:com|us|cn|de)\/[^?#]*\?(?:[^#&]*&)*?p=(?<policy>[^&#]+)/i,
      key: '{tenant:lc}/{policy:lc}',
    },
    {
      url: /^https:\/\/(?<tenant>[a-z0-9-]{1,63})\.b2clogin\.(?:com|us|cn|de)(?:[:/?#]|$)/i,
      key: '{tenant:lc}/',
    },
    {
      url: /^https:\/\/[^/?#]+\/(?:tfp\/|te\/)?(?<tenant>[^/?#]+)\/(?<policy>b2c_1[^/?#]+)\//i,
      key: '{tenant:lc}/{policy:lc}',
    },
  ],
  codeLifetime: codesLive(600, {
    title: 'Azure AD B2C: authorization code flow',
    url: 'https://learn.microsoft.com/en-us/azure/active-directory-b2c/authorization-code-flow',
  }),
  refreshTokens: { days: 90, idleDays: 14, rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: ['client_secret_post', 'none'],
  errors: [
    anywhere(aadb2c(90006, 90007), 'redirect_uri_not_registered', 0.97),
    anywhere(aadb2c(90008), 'request_malformed', 0.9, 'Send client_id.'),
    saying(
      'The policy names another client than the request.',
      anywhere(aadb2c(90011), 'client_unknown', 0.9, 'Use the client_id that the custom policy names.'),
    ),
    anywhere(aadb2c(90018, 90068), 'client_unknown', 0.9),
    saying(
      'The application is disabled in this tenant.',
      anywhere(
        aadb2c(90092),
        'client_unknown',
        0.97,
        'Enable it under Microsoft Entra ID → Enterprise applications → the application → Properties.',
      ),
    ),
    atToken(aadb2c(90081), 'client_secret_wrong', 0.9),
    atToken(aadb2c(90079), 'client_secret_missing', 0.95),
    atToken(
      aadb2c(90084),
      'public_client_sent_secret',
      0.95,
      'Leave the secret out, or register the redirect URI under Authentication → Web.',
    ),
    saying(
      'The application does not admit public clients.',
      atToken(aadb2c(90058), 'client_auth_method_wrong', 0.9, publicClients),
    ),
    saying(
      'The application does not admit the password grant.',
      atToken(aadb2c(90224), 'grant_type_not_allowed', 0.95, publicClients),
    ),
    saying(
      'The application may not receive this token from the authorization endpoint.',
      atAuthorize(
        aadb2c(90057),
        'grant_type_not_allowed',
        0.95,
        'Use response_type=code, or tick the token under Authentication → Implicit grant and hybrid flows.',
      ),
    ),
    saying(
      'The server does not know this response_type.',
      anywhere(aadb2c(90013), 'grant_type_not_allowed', 0.9, 'Send response_type=code.'),
    ),
    anywhere(aadb2c(90086), 'grant_type_unsupported', 0.9),
    atToken(aadb2c(90080), 'refresh_token_expired', 0.8),
    atToken(aadb2c(90129, 90128), 'grant_revoked', 0.9),
    saying(
      'The code or token was issued at another endpoint, of another user flow or tenant.',
      atToken(aadb2c(90088), 'tenant_mismatch', 0.97),
    ),
    saying(
      'The code or token was issued by another version of the endpoints.',
      atToken(
        aadb2c(90087),
        'tenant_mismatch',
        0.9,
        'Use the endpoints below /oauth2/v2.0/ for both requests.',
      ),
    ),
    atAuthorize(aadb2c(99059), 'pkce_required', 0.97),
    anywhere(aadb2c(90182), 'pkce_verifier_mismatch', 0.95),
    saying(
      'The code_verifier is not 43 to 128 of the allowed characters.',
      anywhere(aadb2c(90183), 'pkce_verifier_mismatch', 0.9),
    ),
    saying(
      'The server does not know this code_challenge_method.',
      anywhere(aadb2c(90184), 'request_malformed', 0.95, 'Send code_challenge_method=S256.'),
    ),
    saying(
      'The request has no scope.',
      anywhere(aadb2c(90010), 'scope_invalid', 0.95, 'Send a scope, openid at least.'),
    ),
    saying(
      'The scopes are of more than one resource.',
      anywhere(aadb2c(90146), 'scope_invalid', 0.95, 'Ask for the scopes of one resource per request.'),
    ),
    anywhere(aadb2c(90117, 90205), 'scope_invalid', 0.9),
    atAuthorize(aadb2c(90077), 'login_required', 0.9),
    saying(
      'The user cancelled.',
      atAuthorize(aadb2c(90091), 'access_denied', 0.97, 'Nothing to change: the user cancelled.'),
    ),
    atAuthorize(
      aadb2c(90118),
      'interaction_required',
      0.95,
      'Start the password-reset user flow when this answer comes, or use the one built into the sign-in user flow.',
    ),
    saying(
      'The token that was sent as a hint has expired.',
      anywhere(aadb2c(90208, 90235), 'client_assertion_invalid', 0.9, 'Send a fresh token as the hint.'),
    ),
    anywhere(aadb2c(90035), 'server_error', 0.9),
  ],
  fixes: {
    client_unknown: 'Compare client_id with App registrations → Overview of this B2C tenant.',
    client_secret_wrong: 'Send the Value of a valid secret under Certificates & secrets.',
    client_secret_missing:
      'Send the secret, or register the redirect URI under Authentication → Single-page application.',
    redirect_uri_not_registered: 'Add the exact URI under Authentication.',
    tenant_mismatch: 'Redeem the code or refresh token at the same user flow (B2C_1_…) that issued it.',
    scope_invalid:
      'Expose the scope under Expose an API, and have an administrator grant it under API permissions.',
  },
};
