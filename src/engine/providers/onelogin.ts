import { nodeOidcProvider } from './node-oidc-provider.ts';
import { secretsOrNone } from './facts.ts';
import type { Provider } from './provider.ts';

/** OneLogin: a sub-domain per account; built on the npm package oidc-provider. */
export const onelogin: Provider = {
  id: 'onelogin',
  name: 'OneLogin',
  documentation: { title: 'OneLogin: OpenID Connect', url: 'https://developers.onelogin.com/openid-connect' },
  console: 'OneLogin administration → Applications → the app',
  hosts: [/^[a-z0-9-]{1,63}\.onelogin\.com$/],
  paths: [/^\/oidc\/2\/(?:auth|token|me|certs|logout)$/],
  tenants: [
    { url: /^https:\/\/(?<account>[a-z0-9-]{1,63})\.onelogin\.com(?:[:/?#]|$)/i, key: '{account:lc}' },
  ],
  codeLifetime: undefined,
  refreshTokens: { rotation: undefined },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: secretsOrNone,
  errors: nodeOidcProvider.errors,
  fixes: {
    client_unknown: 'Compare client_id with Applications → the app → SSO → Client ID.',
    client_secret_wrong: 'Compare the secret with Applications → the app → SSO → Client Secret.',
    client_auth_method_wrong:
      'Choose the method you send under Applications → the app → SSO → Token Endpoint → Authentication Method.',
    redirect_uri_not_registered:
      'Add the exact URI under Applications → the app → Configuration → Redirect URIs.',
    refresh_token_expired: 'Sign in again, or raise SSO → Token Timeout settings → Refresh Token.',
  },
};
