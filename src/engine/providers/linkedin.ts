import { atAuthorize, atToken, codesLive, oneTenant, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** LinkedIn; one text stands for four different faults of a code. */
export const linkedin: Provider = {
  id: 'linkedin',
  name: 'LinkedIn',
  documentation: {
    title: 'LinkedIn: authorization code flow',
    url: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow',
  },
  console: 'LinkedIn Developer portal → My apps → the app → Auth',
  hosts: [/^(?:www|api)\.linkedin\.com$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: codesLive(1800, {
    title: 'LinkedIn: authorization code flow',
    url: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow',
  }),
  refreshTokens: { days: 365, rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: ['client_secret_post'],
  departs: 'answers without token_type',
  errors: [
    atToken(
      /\/redirect uri\/code verifier does not match authorization code/,
      'redirect_uri_mismatch_at_token',
      0.4,
    ),
    atAuthorize(/redirect_uri does not match the registered value/, 'redirect_uri_not_registered', 0.97),
    atToken(/Client authentication failed/, 'client_secret_wrong', 0.7),
    saying(
      'The user cancelled.',
      atAuthorize(/user_cancelled_login|user_cancelled_authorize/, 'access_denied', 0.97),
    ),
    atAuthorize(/unauthorized_scope_error/, 'scope_invalid', 0.95),
  ],
  fixes: {
    client_unknown: 'Compare client_id with Auth → Application credentials.',
    client_secret_wrong: 'Compare the secret with Auth → Application credentials → Primary Client Secret.',
    redirect_uri_not_registered:
      'Add the exact URL under Auth → OAuth 2.0 settings → Authorized redirect URLs for your app.',
    scope_invalid: 'Ask for the product that carries the scope under Products.',
  },
};
