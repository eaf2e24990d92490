import { anywhere, atAuthorize, atToken, codesLive, oneTenant, secrets, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Slack; a workspace host is an alias, and errors come with status 200 and `ok: false`. */
export const slack: Provider = {
  id: 'slack',
  name: 'Slack',
  documentation: {
    title: 'Slack: oauth.v2.access',
    url: 'https://docs.slack.dev/reference/methods/oauth.v2.access',
  },
  console: 'api.slack.com → Your Apps → the app',
  hosts: [/^(?:[a-z0-9-]{1,63}\.)?slack\.com$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: codesLive(600, {
    title: 'Slack: installing with OAuth',
    url: 'https://docs.slack.dev/authentication/installing-with-oauth',
  }),
  refreshTokens: { rotation: 'by setting' },
  redirectMatching: { rule: 'path below', anyPort: 'none' },
  clientAuthentication: secrets,
  errors: [
    anywhere(/invalid_client_id/, 'client_unknown', 0.97),
    anywhere(/bad_client_secret/, 'client_secret_wrong', 0.95),
    atToken(/invalid_code/, 'code_unknown', 0.5),
    atToken(/code_already_used/, 'code_reused', 0.97),
    atToken(/bad_redirect_uri/, 'redirect_uri_mismatch_at_token', 0.97),
    atAuthorize(/bad_redirect_uri/, 'redirect_uri_not_registered', 0.97),
    saying(
      'The login was started at an authorize URL of another version than this token method.',
      atToken(
        /oauth_authorization_url_mismatch/,
        'request_malformed',
        0.95,
        'Use the token method that belongs to the authorize URL: oauth.v2.access for /oauth/v2/authorize.',
      ),
    ),
    atToken(/invalid_grant_type/, 'grant_type_unsupported', 0.95),
    atToken(/invalid_refresh_token/, 'refresh_token_invalid', 0.8),
    saying(
      'The app is not distributed, and this is another workspace.',
      anywhere(
        /invalid_team_for_non_distributed_app/,
        'access_denied',
        0.95,
        'Install the app in its own workspace, or activate Manage Distribution.',
      ),
    ),
    anywhere(/invalid_scope/, 'scope_invalid', 0.9),
  ],
  fixes: {
    client_unknown: 'Compare client_id with Basic Information → App Credentials → Client ID.',
    client_secret_wrong: 'Compare the secret with Basic Information → App Credentials → Client Secret.',
    redirect_uri_not_registered: 'Add the URL under OAuth & Permissions → Redirect URLs.',
    scope_invalid: 'Add the scope under OAuth & Permissions → Scopes.',
  },
};
