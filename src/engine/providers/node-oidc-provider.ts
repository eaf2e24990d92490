import { stringMember } from '../http/json.ts';
import type { Provider } from './provider.ts';

const github = 'https://github.com/panva/node-oidc-provider/blob/main';

/** The npm package `oidc-provider`, self-hosted under any name; told by the routes its metadata lists together. */
export const nodeOidcProvider: Provider = {
  id: 'node-oidc-provider',
  name: 'oidc-provider (Node.js)',
  hosts: [],
  paths: [],
  metadata: (document) => {
    const authorize = stringMember(document, 'authorization_endpoint') ?? '';
    if (!authorize.endsWith('/auth')) return false;
    const base = authorize.slice(0, -'/auth'.length);
    return (
      document['token_endpoint'] === `${base}/token` &&
      document['jwks_uri'] === `${base}/jwks` &&
      (document['end_session_endpoint'] === `${base}/session/end` ||
        document['userinfo_endpoint'] === `${base}/me`)
    );
  },
  tenants: [],
  codeLifetime: {
    milliseconds: 60_000,
    source: { title: 'oidc-provider: ttl.AuthorizationCode', url: `${github}/docs/README.md#ttl` },
  },
  errors: [
    { at: 'authorize', says: /client is invalid/, cause: 'client_unknown', strength: 0.97 },
    {
      at: 'authorize',
      says: /redirect_uri did not match any of the client's registered redirect_uris/,
      cause: 'redirect_uri_not_registered',
      strength: 0.97,
    },
    { at: 'authorize', says: /policy requires PKCE/i, cause: 'pkce_required', strength: 0.97 },
    {
      at: 'token',
      says: /requested grant type is not allowed for this client/,
      cause: 'grant_type_not_allowed',
      strength: 0.97,
    },
    {
      at: 'token',
      says: /unsupported grant_type requested/,
      cause: 'grant_type_unsupported',
      strength: 0.97,
    },
  ],
};
