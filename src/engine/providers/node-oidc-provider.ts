import { stringMember } from '../http/json.ts';
import { atAuthorize, atToken, codesLive, keysOrSecrets, saying } from './facts.ts';
import type { Provider } from './provider.ts';

const github = 'https://github.com/panva/node-oidc-provider/blob/main';

/** The npm package `oidc-provider`, self-hosted under any name; told by the routes its metadata lists together. */
export const nodeOidcProvider: Provider = {
  id: 'node-oidc-provider',
  name: 'oidc-provider (Node.js)',
  documentation: { title: 'oidc-provider: documentation', url: `${github}/docs/README.md` },
  console: 'The clients of the server’s configuration or adapter',
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
  codeLifetime: codesLive(60, {
    title: 'oidc-provider: ttl.AuthorizationCode',
    url: `${github}/docs/README.md#ttl`,
  }),
  refreshTokens: { days: 14, rotation: 'by setting' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: [...keysOrSecrets, 'tls_client_auth'],
  hidesCauses: true,
  errors: [
    atAuthorize(/client is invalid/, 'client_unknown', 0.97),
    atAuthorize(
      /redirect_uri did not match any of the client's registered redirect_uris/,
      'redirect_uri_not_registered',
      0.97,
    ),
    atAuthorize(/policy requires PKCE|code_challenge(?:_method)? must be provided/i, 'pkce_required', 0.97),
    saying(
      'The login page outlived its session at the server.',
      atAuthorize(/authorization request has expired|interaction session/, 'state_lost', 0.6),
    ),
    atAuthorize(
      /requested response_(?:type|mode) is not allowed for this client/,
      'grant_type_not_allowed',
      0.97,
    ),
    atToken(/authorization header are not properly encoded/, 'client_auth_malformed', 0.95),
    // The assertion's subject is compared with the request's client_id.
    atToken(/^client_id mismatch$/m, 'client_assertion_invalid', 0.85),
    atToken(/requested grant type is not allowed for this client/, 'grant_type_not_allowed', 0.97),
    saying(
      'The page’s origin is not allowed for this client.',
      atToken(
        /^origin \S{1,200} not allowed for client/m,
        'cors_blocked',
        0.97,
        'Admit the origin in clientBasedCORS, or redeem the code on a server.',
      ),
    ),
    atToken(/unsupported grant_type requested/, 'grant_type_unsupported', 0.97),
  ],
  fixes: {
    client_unknown: 'Add the client to the server’s clients, with this client_id.',
    client_secret_wrong: 'Compare the secret with client_secret in the client’s metadata.',
    client_auth_method_wrong: 'Use the method in the client’s token_endpoint_auth_method.',
    redirect_uri_not_registered: 'Add the exact URI to the client’s redirect_uris.',
    post_logout_redirect_uri_not_registered: 'Add the exact URI to the client’s post_logout_redirect_uris.',
    grant_type_not_allowed: 'Add the grant to the client’s grant_types.',
    pkce_required: 'Send PKCE with S256; the server’s pkce.required policy demands it.',
    code_expired: 'Redeem the code at once, or raise ttl.AuthorizationCode.',
    cors_blocked: 'Let clientBasedCORS return true for the page’s origin.',
  },
};
