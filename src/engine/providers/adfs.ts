import { anywhere, atAuthorize, atToken, numbered, oneTenant, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** AD FS 2016 and later, self-hosted below /adfs; errors carry MSIS numbers. */
export const adfs: Provider = {
  id: 'adfs',
  name: 'AD FS',
  documentation: {
    title: 'AD FS: OpenID Connect and OAuth',
    url: 'https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios',
  },
  console: 'AD FS Management → Application Groups → the group → the application',
  hosts: [],
  paths: [/^\/adfs\/(?:oauth2\/(?:authorize|token|devicecode|logout)|userinfo|discovery\/keys|ls)\/?$/i],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: undefined },
  clientAuthentication: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  errors: [
    atAuthorize(numbered('MSIS', 9609), 'redirect_uri_not_registered', 0.97),
    saying(
      'The redirect_uri of the token request is not one that is registered.',
      atToken(
        numbered('MSIS', 9609),
        'redirect_uri_mismatch_at_token',
        0.95,
        'Send the redirect_uri of the login, as it stands in the application’s Redirect URI list.',
      ),
    ),
    atToken(numbered('MSIS', 9612), 'code_unknown', 0.4),
    atToken(numbered('MSIS', 9622, 9611), 'client_secret_wrong', 0.7),
    anywhere(numbered('MSIS', 9602, 9605), 'resource_invalid', 0.85),
    atAuthorize(numbered('MSIS', 9604, 9223), 'client_unknown', 0.85),
  ],
  fixes: {
    client_unknown: 'Compare client_id with the application’s Client Identifier.',
    client_secret_wrong:
      'Reset the secret: the application → Properties → Configure Application Credentials.',
    redirect_uri_not_registered: 'Add the exact URI to the application’s Redirect URI list.',
    resource_invalid:
      'Compare the resource with the Web API’s identifiers, and tick its scopes under Client Permissions.',
    grant_type_not_allowed: 'Permit the client for the Web API: Client Permissions.',
  },
};
