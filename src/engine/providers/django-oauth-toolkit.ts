import { anywhere, atAuthorize, atToken, codesLive, lists, oneTenant, secretsOrNone } from './facts.ts';
import type { Provider } from './provider.ts';

const settings = {
  title: 'Django OAuth Toolkit: settings',
  url: 'https://django-oauth-toolkit.readthedocs.io/en/latest/settings.html',
};

/** Django OAuth Toolkit, self-hosted, below /o/ unless mounted elsewhere. */
export const djangoOauthToolkit: Provider = {
  id: 'django-oauth-toolkit',
  name: 'Django OAuth Toolkit',
  documentation: settings,
  console: 'The application at /o/applications/ or in Django’s admin site',
  hosts: [],
  paths: [/\/o\/(?:authorize|token|revoke_token|introspect|userinfo)\/$/],
  metadata: (document) =>
    lists(document, { authorization: '/authorize/', token: '/token/', userinfo: '/userinfo/' }),
  tenants: oneTenant,
  codeLifetime: codesLive(60, settings),
  refreshTokens: { rotation: 'always' },
  redirectMatching: { rule: 'extra query allowed', anyPort: 'loopback address' },
  clientAuthentication: secretsOrNone,
  errors: [
    atAuthorize(/(?:Mismatching|Invalid|Missing) redirect URI/, 'redirect_uri_not_registered', 0.95),
    atToken(/Mismatching redirect URI/, 'redirect_uri_mismatch_at_token', 0.95),
    atAuthorize(/(?:Invalid|Missing) client_id parameter/, 'client_unknown', 0.95),
    anywhere(/Code challenge required/, 'pkce_required', 0.95),
    anywhere(/Code verifier required/, 'pkce_verifier_missing', 0.95),
    atAuthorize(
      /Transform algorithm not supported/,
      'request_malformed',
      0.9,
      'Send code_challenge_method=S256.',
    ),
  ],
  fixes: {
    client_unknown: 'Compare client_id with the application’s Client id.',
    client_secret_wrong:
      'Set a new Client secret: the stored one is a hash and was readable only when it was made.',
    redirect_uri_not_registered: 'Add the URI to the application’s Redirect uris, one a line.',
    grant_type_not_allowed: 'Choose the grant as the application’s Authorization grant type.',
    scope_invalid: 'Add the scope to OAUTH2_PROVIDER["SCOPES"].',
    pkce_required: 'Send PKCE with S256; PKCE_REQUIRED demands it.',
    code_expired: 'Redeem the code at once, or raise AUTHORIZATION_CODE_EXPIRE_SECONDS.',
    refresh_token_reused: 'Serialise refreshes, or set REFRESH_TOKEN_GRACE_PERIOD_SECONDS.',
  },
};
