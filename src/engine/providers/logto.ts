import { nodeOidcProvider } from './node-oidc-provider.ts';
import { secretsOrNone } from './facts.ts';
import type { Provider } from './provider.ts';

/** Logto, hosted or self-hosted below /oidc; built on the npm package oidc-provider. */
export const logto: Provider = {
  id: 'logto',
  name: 'Logto',
  documentation: {
    title: 'Logto: application data structure',
    url: 'https://docs.logto.io/integrate-logto/application-data-structure',
  },
  console: 'Logto Console → Applications → the application',
  hosts: [/^[a-z0-9]{1,40}\.(?:app\.)?logto\.app$/],
  paths: [],
  tenants: [
    { url: /^https:\/\/(?<tenant>[a-z0-9]{1,40})\.(?:app\.)?logto\.app(?:[:/?#]|$)/i, key: '{tenant:lc}' },
  ],
  codeLifetime: undefined,
  refreshTokens: { days: 14, rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: secretsOrNone,
  errors: nodeOidcProvider.errors,
  fixes: {
    client_unknown: 'Compare client_id with Applications → the application → App ID.',
    client_secret_wrong: 'Compare the secret with Applications → the application → App secrets.',
    redirect_uri_not_registered: 'Add the exact URI under Applications → the application → Redirect URIs.',
    post_logout_redirect_uri_not_registered:
      'Add the exact URI under Applications → the application → Post sign-out redirect URIs.',
    cors_blocked: 'Add the page’s origin under Applications → the application → CORS allowed origins.',
    refresh_token_reused: 'Serialise refreshes, or turn Rotate refresh token off.',
  },
};
