import { atAuthorize, atToken } from './facts.ts';
import type { Provider } from './provider.ts';

/** WorkOS: single sign-on and user management on one API host, AuthKit on a host per environment. */
export const workos: Provider = {
  id: 'workos',
  name: 'WorkOS',
  documentation: { title: 'WorkOS: SSO API', url: 'https://workos.com/docs/reference/sso' },
  console: 'WorkOS Dashboard → the environment → Redirects, API Keys',
  hosts: [/^api\.workos\.com$/, /^[a-z0-9-]{1,63}\.authkit\.app$/],
  paths: [/^\/user_management\/(?:authorize|authenticate)$/],
  tenants: [
    { url: /^https:\/\/api\.workos\.com(?:[:/?#]|$)/i, key: '' },
    { url: /^https:\/\/(?<environment>[a-z0-9-]{1,63})\.authkit\.app(?:[:/?#]|$)/i, key: '{environment:lc}' },
  ],
  codeLifetime: undefined,
  refreshTokens: { rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: ['client_secret_post', 'none'],
  errors: [
    atToken(/code '[^']{0,80}' has expired or is invalid/, 'code_unknown', 0.45),
    atToken(/invalid client ID/i, 'client_unknown', 0.95),
    atToken(/invalid client secret/i, 'client_secret_wrong', 0.95),
    atAuthorize(/not a valid redirect URI|redirect-uri-invalid/, 'redirect_uri_not_registered', 0.97),
  ],
  fixes: {
    client_unknown: 'Use the Client ID of the same environment, staging or production, as the API key.',
    client_secret_wrong: 'Use an API key (sk_…) of the same environment as the Client ID.',
    redirect_uri_not_registered: 'Add the exact URI under Redirects of this environment.',
  },
};
