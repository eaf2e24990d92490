import { atToken, codesLive, keysOrSecrets, lists } from './facts.ts';
import type { Provider } from './provider.ts';

const documentation = {
  title: 'Glewlwyd: OpenID Connect plugin',
  url: 'https://github.com/babelouest/glewlwyd/blob/master/docs/OIDC.md',
};

/** Glewlwyd, self-hosted; its errors are bare words of its own. */
export const glewlwyd: Provider = {
  id: 'glewlwyd',
  name: 'Glewlwyd',
  documentation,
  console: 'Glewlwyd administration → Clients → the client',
  hosts: [],
  paths: [/\/api\/(?:oidc|glwd)\/(?:auth|jwks|end_session)$/, /\/api\/glwd\/token$/],
  metadata: (document) =>
    /\/api\/[a-z0-9_-]{1,40}\/auth$/.test(String(document['authorization_endpoint'])) &&
    lists(document, { token: '/token' }),
  tenants: [
    { url: /^https?:\/\/[^/?#]+(?:\/[^/?#]+){0,4}?\/api\/(?<plugin>[a-z0-9_-]+)\//i, key: '{plugin}' },
  ],
  codeLifetime: codesLive(600, documentation),
  refreshTokens: { days: 14, rotation: 'by setting' },
  redirectMatching: { rule: 'exact', anyPort: undefined },
  clientAuthentication: [...keysOrSecrets, 'tls_client_auth'],
  errors: [
    atToken(/(?:^|\n)invalid_code$/, 'code_unknown', 0.35),
    atToken(/(?:^|\n)unauthorized_client$/, 'client_secret_wrong', 0.5),
    atToken(/(?:^|\n)scope_invalid$/, 'scope_invalid', 0.95),
  ],
  fixes: {
    client_unknown: 'Add the client under Clients, or enable it.',
    client_secret_wrong:
      'Compare Clients → the client → Password or client_secret, and its authorization types.',
    redirect_uri_not_registered: 'Add the exact URI under Clients → the client → Redirect URI.',
    grant_type_not_allowed:
      'Tick the type under Clients → the client → Authorization type, and in the plugin.',
    scope_invalid: 'Add the scope under Scopes, and give it to the user.',
  },
};
