import { atAuthorize, atToken, oneTenant } from './facts.ts';
import type { Provider } from './provider.ts';

/** Atlassian Cloud: one authorization server, APIs on another host. */
export const atlassian: Provider = {
  id: 'atlassian',
  name: 'Atlassian',
  documentation: {
    title: 'Atlassian: OAuth 2.0 (3LO) apps',
    url: 'https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/',
  },
  console: 'developer.atlassian.com → My apps → the app',
  hosts: [/^(?:auth|api)\.atlassian\.com$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { idleDays: 90, rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: ['client_secret_post'],
  errors: [
    atToken(/authorization_code is invalid/, 'code_unknown', 0.4),
    atToken(/refresh_token is invalid/, 'refresh_token_invalid', 0.6),
    atAuthorize(/redirect_uri is not registered/i, 'redirect_uri_not_registered', 0.95),
  ],
  fixes: {
    client_unknown: 'Compare client_id with My apps → the app → Settings → Client ID.',
    client_secret_wrong: 'Compare the secret with My apps → the app → Settings → Secret.',
    redirect_uri_not_registered:
      'Put the exact URI into My apps → the app → Authorization → OAuth 2.0 (3LO) → Callback URL.',
    scope_invalid: 'Add the scope under My apps → the app → Permissions.',
    refresh_token_invalid:
      'Keep the newest refresh token: each use ends the one before, and 90 idle days end them all.',
    access_denied: 'Enable sharing under My apps → the app → Distribution when the user is not its owner.',
  },
};
