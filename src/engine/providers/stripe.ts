import { atToken, oneTenant } from './facts.ts';
import type { Provider } from './provider.ts';

/** Stripe Connect; the client secret is the API key of the platform. */
export const stripe: Provider = {
  id: 'stripe',
  name: 'Stripe Connect',
  documentation: {
    title: 'Stripe: Connect OAuth reference',
    url: 'https://docs.stripe.com/connect/oauth-reference',
  },
  console: 'Stripe Dashboard → Settings → Connect → Onboarding options → OAuth',
  hosts: [/^connect\.stripe\.com$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: ['client_secret_post', 'client_secret_basic'],
  errors: [
    atToken(/Authorization code does not exist: ac_/, 'code_unknown', 0.6),
    atToken(/Authorization code expired/, 'code_expired', 0.95),
    atToken(/code has already been used/, 'code_reused', 0.95),
    atToken(/No such (?:application|API key)|Invalid API Key/, 'client_secret_wrong', 0.8),
    atToken(/No authentication was provided/, 'client_secret_missing', 0.95),
  ],
  fixes: {
    client_unknown: 'Use the client_id (ca_…) of the same mode, test or live, as the API key.',
    client_secret_wrong: 'Use the secret API key (sk_…) of the platform, of the same mode as the client_id.',
    redirect_uri_not_registered: 'Add the exact URI under Onboarding options → OAuth → Redirects.',
  },
};
