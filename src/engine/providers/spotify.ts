import { atAuthorize, atToken, oneTenant } from './facts.ts';
import type { Provider } from './provider.ts';

/** Spotify; its error pages are plain text. */
export const spotify: Provider = {
  id: 'spotify',
  name: 'Spotify',
  documentation: {
    title: 'Spotify: authorization code flow',
    url: 'https://developer.spotify.com/documentation/web-api/tutorials/code-flow',
  },
  console: 'Spotify for Developers → Dashboard → the app → Settings',
  hosts: [/^(?:accounts|api)\.spotify\.com$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { rotation: 'by setting' },
  redirectMatching: { rule: 'exact', anyPort: 'loopback address' },
  clientAuthentication: ['client_secret_basic', 'none'],
  errors: [
    atAuthorize(
      /INVALID_CLIENT: (?:Invalid|Insecure) redirect URI|redirect_uri: (?:Not matching configuration|Insecure)/,
      'redirect_uri_not_registered',
      0.97,
    ),
    atAuthorize(/INVALID_CLIENT: Invalid client/, 'client_unknown', 0.97),
    atToken(/Invalid redirect URI/, 'redirect_uri_mismatch_at_token', 0.95),
    atToken(/Authorization code expired/, 'code_expired', 0.9),
    atToken(/Invalid authorization code/, 'code_unknown', 0.45),
    atToken(/code_verifier must not be empty/, 'pkce_verifier_missing', 0.95),
    atToken(/code_verifier was incorrect|invalid code_verifier/, 'pkce_verifier_mismatch', 0.97),
    atToken(/Refresh token revoked/, 'refresh_token_revoked', 0.8),
    atToken(/Invalid refresh token/, 'refresh_token_invalid', 0.7),
  ],
  fixes: {
    client_unknown: 'Compare client_id with Settings → Basic Information → Client ID.',
    client_secret_wrong: 'Compare the secret with Settings → Basic Information → View client secret.',
    redirect_uri_not_registered:
      'Add the exact URI under Settings → Redirect URIs; http only with 127.0.0.1 or [::1].',
    access_denied: 'Add the account under User Management while the app is in development mode.',
  },
};
