import { atToken, codesLive, oneTenant } from './facts.ts';
import type { Provider } from './provider.ts';

/** X (Twitter), under both of its names. */
export const x: Provider = {
  id: 'x',
  name: 'X',
  documentation: {
    title: 'X: OAuth 2.0 authorization code flow with PKCE',
    url: 'https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/authorization-code',
  },
  console: 'X Developer portal → Projects & Apps → the app → User authentication settings',
  hosts: [/^(?:www\.|api\.)?(?:x|twitter)\.com$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: codesLive(30, {
    title: 'X: OAuth 2.0 authorization code flow with PKCE',
    url: 'https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/authorization-code',
  }),
  refreshTokens: { days: 180, rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: ['client_secret_basic', 'none'],
  errors: [
    atToken(/Value passed for the authorization code was invalid/, 'code_unknown', 0.4),
    atToken(/Missing valid authorization header/, 'client_secret_missing', 0.7),
    atToken(/Value passed for the token was invalid/, 'refresh_token_invalid', 0.7),
    atToken(/Value passed for the redirect uri did not match/, 'redirect_uri_mismatch_at_token', 0.97),
    atToken(/code verifier did not match the code challenge/, 'pkce_verifier_mismatch', 0.97),
  ],
  fixes: {
    client_secret_missing:
      'Send Authorization: Basic with Client ID and Client Secret, or choose Native App (public client) as Type of App.',
    client_secret_wrong:
      'Regenerate the secret under Keys and tokens → OAuth 2.0 Client ID and Client Secret.',
    redirect_uri_not_registered:
      'Add the exact URI under User authentication settings → Callback URI / Redirect URL.',
    code_expired: 'Redeem the code within 30 seconds.',
    scope_invalid: 'Ask for offline.access to get refresh tokens, and check App permissions.',
  },
};
