import { secretsOrNone } from './facts.ts';
import type { Provider } from './provider.ts';

/** Clerk as an authorization server: a host per instance, or clerk. before the application’s domain. */
export const clerk: Provider = {
  id: 'clerk',
  name: 'Clerk',
  documentation: {
    title: 'Clerk: how Clerk implements OAuth',
    url: 'https://clerk.com/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth',
  },
  console: 'Clerk Dashboard → Configure → OAuth applications → the application',
  hosts: [/^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})?\.clerk\.accounts\.dev$/, /^clerk\.[a-z0-9.-]{1,180}$/],
  paths: [],
  tenants: [
    {
      url: /^https:\/\/(?<instance>[a-z0-9.-]{1,180})\.clerk\.accounts\.dev(?:[:/?#]|$)/i,
      key: '{instance:lc}',
    },
    { url: /^https:\/\/clerk\.(?<domain>[a-z0-9.-]{1,180})(?:[:/?#]|$)/i, key: '{domain:lc}' },
  ],
  codeLifetime: undefined,
  refreshTokens: { rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: secretsOrNone,
  errors: [],
  fixes: {
    client_unknown: 'Compare client_id with OAuth applications → the application of this instance.',
    client_secret_wrong: 'Make a new secret under OAuth applications → the application: it is shown once.',
    redirect_uri_not_registered:
      'Add the exact URI under OAuth applications → the application → Redirect URIs.',
    scope_invalid: 'Tick the scope under OAuth applications → the application → Scopes.',
  },
};
