import { anywhere, atAuthorize, codesLive, lists, secretsOrNone } from './facts.ts';
import type { Provider } from './provider.ts';

/** GitLab, hosted or self-managed; its server library is Doorkeeper. */
export const gitlab: Provider = {
  id: 'gitlab',
  name: 'GitLab',
  documentation: { title: 'GitLab: OAuth 2.0 API', url: 'https://docs.gitlab.com/api/oauth2/' },
  console: 'GitLab → Edit profile → Applications → the application',
  hosts: [/^gitlab\.com$/],
  paths: [/\/oauth\/(?:authorize_device|discovery\/keys)$/],
  metadata: (document) => lists(document, { token: '/oauth/token', jwks_uri: '/oauth/discovery/keys' }),
  tenants: [],
  codeLifetime: codesLive(600, {
    title: 'GitLab: OAuth 2.0 API',
    url: 'https://docs.gitlab.com/api/oauth2/',
  }),
  refreshTokens: { rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'loopback address' },
  clientAuthentication: secretsOrNone,
  errors: [
    atAuthorize(
      /redirect ur[il] (?:is malformed or doesn't match|included is not valid)/i,
      'redirect_uri_not_registered',
      0.97,
    ),
    anywhere(/Code challenge is required/, 'pkce_required', 0.95),
  ],
  fixes: {
    client_secret_wrong:
      'Compare Application ID and secret with Applications → the application, or renew the secret there.',
    client_unknown:
      'Compare client_id with Applications → the application → Application ID of this instance.',
    redirect_uri_not_registered:
      'Add the exact URI as a line of Applications → the application → Redirect URI.',
    client_secret_missing: 'Send the secret, or untick Confidential for the application.',
    scope_invalid: 'Tick the scope in Applications → the application → Scopes.',
  },
};
