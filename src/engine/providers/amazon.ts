import { atToken, oneTenant, secrets } from './facts.ts';
import type { Provider } from './provider.ts';

/** Login with Amazon; an authorization host per continent, and token hosts of their own. */
export const amazon: Provider = {
  id: 'amazon',
  name: 'Login with Amazon',
  documentation: {
    title: 'Login with Amazon: authorization code grant',
    url: 'https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html',
  },
  console: 'Amazon Developer console → Login with Amazon → the security profile → Web Settings',
  hosts: [/^(?:www|(?:apac|eu)\.account)\.amazon\.com$/, /^api\.amazon\.(?:com|co\.uk|co\.jp)$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: secrets,
  errors: [
    atToken(/invalid grant parameter : code/, 'code_unknown', 0.4),
    atToken(/invalid grant parameter : refresh_token/, 'grant_revoked', 0.6),
    atToken(/Client authentication failed/, 'client_secret_wrong', 0.7),
  ],
  fixes: {
    client_unknown: 'Compare client_id with Web Settings → Client ID.',
    client_secret_wrong: 'Compare the secret with Web Settings → Client Secret.',
    redirect_uri_not_registered: 'Add the exact URL under Web Settings → Allowed Return URLs.',
    cors_blocked: 'Add the page’s origin under Web Settings → Allowed Origins.',
  },
};
