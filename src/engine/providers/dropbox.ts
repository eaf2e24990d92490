import { atToken, oneTenant, secretsOrNone } from './facts.ts';
import type { Provider } from './provider.ts';

/** Dropbox: the login on one domain, the API on another. */
export const dropbox: Provider = {
  id: 'dropbox',
  name: 'Dropbox',
  documentation: { title: 'Dropbox: OAuth guide', url: 'https://developers.dropbox.com/oauth-guide' },
  console: 'Dropbox App Console → the app → Settings',
  hosts: [/^(?:www\.dropbox\.com|api\.dropbox(?:api)?\.com)$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: secretsOrNone,
  errors: [
    atToken(/code has already been used/, 'code_reused', 0.95),
    atToken(/code (?:doesn't exist or )?has expired/, 'code_expired', 0.6),
    atToken(/refresh token is (?:malformed|invalid or revoked)/, 'refresh_token_revoked', 0.7),
    atToken(/redirect_uri mismatch/, 'redirect_uri_mismatch_at_token', 0.97),
  ],
  fixes: {
    client_unknown: 'Compare client_id with Settings → App key.',
    client_secret_wrong: 'Compare the secret with Settings → App secret.',
    redirect_uri_not_registered: 'Add the exact URI under Settings → OAuth 2 → Redirect URIs.',
    scope_invalid: 'Tick the scope under Permissions, and sign in again.',
  },
};
