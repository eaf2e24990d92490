import { anywhere, atAuthorize, atToken, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Zoom; vanity hosts are aliases, and Zoom for Government is another service. */
export const zoom: Provider = {
  id: 'zoom',
  name: 'Zoom',
  documentation: {
    title: 'Zoom: OAuth error messages',
    url: 'https://developers.zoom.us/docs/integrations/oauth-error-messages/',
  },
  console: 'Zoom App Marketplace → Manage → the app',
  hosts: [/^(?:[a-z0-9-]{1,63}\.)?(?:zoom\.us|zoomgov\.com)$/],
  paths: [],
  tenants: [
    { url: /^https:\/\/(?:[a-z0-9-]{1,63}\.)?zoom\.us(?:[:/?#]|$)/i, key: '' },
    { url: /^https:\/\/(?:[a-z0-9-]{1,63}\.)?zoomgov\.com(?:[:/?#]|$)/i, key: 'gov' },
  ],
  codeLifetime: undefined,
  refreshTokens: { days: 90, rotation: 'always' },
  redirectMatching: { rule: 'prefix', anyPort: undefined },
  clientAuthentication: ['client_secret_basic', 'none'],
  errors: [
    atToken(/Invalid authorization code/, 'code_unknown', 0.4),
    anywhere(
      /Invalid client(?:_id or client_secret|_id)?\b|Invalid client secret|Client ID does not match/,
      'client_secret_wrong',
      0.7,
    ),
    atToken(/grant type is not supported/i, 'grant_type_unsupported', 0.95),
    atToken(/Client ID or client secret is missing/, 'client_secret_missing', 0.95),
    atToken(/Missing grant type/, 'request_malformed', 0.95),
    atToken(/Redirect URI mismatch|Invalid redirect/, 'redirect_uri_mismatch_at_token', 0.9),
    atAuthorize(/Redirect URI mismatch|Invalid redirect/, 'redirect_uri_not_registered', 0.97),
    atToken(/Refresh token invalid|Invalid Token!/, 'refresh_token_invalid', 0.7),
    saying(
      'The app is disabled.',
      anywhere(
        /The app has been disabled/,
        'client_unknown',
        0.9,
        'Activate the app in the Marketplace, or ask the account’s administrator to approve it.',
      ),
    ),
  ],
  fixes: {
    client_unknown:
      'Compare client_id with App Credentials → Client ID; development and production have different ones.',
    client_secret_wrong: 'Compare with App Credentials; development and production have different secrets.',
    redirect_uri_not_registered: 'Add the URL under OAuth → OAuth Redirect URL and OAuth Allow Lists.',
    scope_invalid: 'Add the scope under Scopes.',
    refresh_token_invalid: 'Keep the newest refresh token: each use ends the one before.',
  },
};
