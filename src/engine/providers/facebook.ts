import { anywhere, atAuthorize, atToken, oneTenant } from './facts.ts';
import type { Provider } from './provider.ts';

/** Facebook Login: a dialog and the Graph API; the error is an object. */
export const facebook: Provider = {
  id: 'facebook',
  name: 'Facebook',
  documentation: {
    title: 'Facebook Login: manual flow',
    url: 'https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow',
  },
  console: 'Meta for Developers → My Apps → the app',
  hosts: [/^(?:www|m|web|graph|limited)\.facebook\.com$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: ['client_secret_post', 'none'],
  departs: 'takes the secret in the query',
  errors: [
    atToken(/make sure your redirect_uri is identical/, 'redirect_uri_mismatch_at_token', 0.95),
    atToken(/authorization code has been used/, 'code_reused', 0.97),
    atToken(/authorization code has expired/, 'code_expired', 0.97),
    atToken(/code has been used or has expired/i, 'code_reused', 0.5),
    atToken(/Error validating client secret/, 'client_secret_wrong', 0.95),
    anywhere(
      /Error validating application\. (?:Cannot get application info|Invalid application ID)|Invalid App ID/,
      'client_unknown',
      0.95,
    ),
    atAuthorize(
      /Can't Load URL|URL can't be loaded|domain of this URL isn't included|URL Blocked|redirect URI is not (?:white|allow)listed/i,
      'redirect_uri_not_registered',
      0.95,
    ),
    anywhere(
      /Error validating access token|access token (?:has )?expired|Session has expired/,
      'access_token_invalid',
      0.9,
    ),
    atAuthorize(/Permissions error/, 'access_denied', 0.9),
  ],
  fixes: {
    client_unknown: 'Compare client_id with App settings → Basic → App ID.',
    client_secret_wrong: 'Compare the secret with App settings → Basic → App secret.',
    redirect_uri_not_registered:
      'Add the exact URI under Facebook Login → Settings → Valid OAuth Redirect URIs, and its domain under App settings → Basic → App domains.',
    redirect_uri_mismatch_at_token: 'Send the redirect_uri of the dialog again, slash and query included.',
    scope_invalid:
      'Add the permission under Use cases → Permissions, and have it reviewed for people without a role in the app.',
  },
};
