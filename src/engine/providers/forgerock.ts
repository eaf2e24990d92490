import { atAuthorize, atToken, lists } from './facts.ts';
import type { Provider } from './provider.ts';

/** ForgeRock AM, PingAM and Advanced Identity Cloud: a tree of realms; the token endpoint is called access_token. */
export const forgerock: Provider = {
  id: 'forgerock',
  name: 'ForgeRock AM',
  documentation: {
    title: 'PingAM: OAuth 2.0 parameters',
    url: 'https://docs.pingidentity.com/pingam/8/am-oauth2/oauth2-parameters.html',
  },
  console: 'AM admin console → the realm → Applications → OAuth 2.0 → Clients → the client',
  hosts: [/^openam-[a-z0-9-]{1,80}\.(?:forgeblocks|id\.forgerock)\.(?:com|io)$/],
  paths: [
    /\/oauth2\/realms\/root(?:\/|$)/,
    /\/oauth2\/(?:connect\/(?:jwk_uri|endSession)|token\/revoke)$/,
    /^\/(?:am|openam)\/oauth2\//,
  ],
  metadata: (document) => lists(document, { token: '/access_token', jwks_uri: '/connect/jwk_uri' }),
  tenants: [
    {
      url: /^https?:\/\/[^/?#]+(?:\/[^/?#]+){0,3}?\/oauth2(?:\/realms\/root)?(?<realms>(?:\/realms\/[^/?#]+){1,8})\//i,
      key: '{realms}',
    },
    // The older forms of the same realm.
    {
      url: /^https?:\/\/[^/?#]+\/(?:am|openam)\/oauth2\/(?!realms\/)(?<realm>[^/?#]+)\/(?:authorize|access_token|userinfo|introspect|connect|\.well-known)/i,
      key: '/realms/{realm}',
    },
    {
      url: /^https?:\/\/[^/?#]+\/(?:am|openam)\/oauth2\/[^?#]{0,100}\?(?:[^#&]*&)*?realm=(?:\/|%2f)?(?<realm>[^&#/%]+)/i,
      key: '/realms/{realm}',
    },
  ],
  codeLifetime: undefined,
  refreshTokens: { days: 7, rotation: 'by setting' },
  redirectMatching: { rule: 'exact', anyPort: undefined },
  clientAuthentication: [
    'client_secret_basic',
    'client_secret_post',
    'private_key_jwt',
    'tls_client_auth',
    'none',
  ],
  errors: [
    atAuthorize(
      /redirection URI provided does not match a pre-registered value|redirect_uri_mismatch/,
      'redirect_uri_not_registered',
      0.97,
    ),
    atToken(/redirect_uri_mismatch/, 'redirect_uri_mismatch_at_token', 0.95),
    atToken(/authorization code is invalid/, 'code_unknown', 0.4),
  ],
  fixes: {
    client_unknown: 'Compare client_id with the clients of the realm in the URL.',
    client_secret_wrong: 'Set the secret again under Clients → the client → Core → Client secret.',
    client_auth_method_wrong:
      'Choose the method you send under Clients → the client → Advanced → Token Endpoint Authentication Method.',
    redirect_uri_not_registered: 'Add the exact URI under Clients → the client → Core → Redirection URIs.',
    grant_type_not_allowed: 'Add the grant under Clients → the client → Advanced → Grant Types.',
    scope_invalid: 'Add the scope under Clients → the client → Core → Scope(s).',
    tenant_mismatch: 'Use the same realm path in both URLs.',
    issuer_mismatch:
      'Set the realm’s Base URL Source service: the issuer carries an internal host name without it.',
  },
};
