import { atAuthorize, codesLive, keysOrSecrets, lists, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Spring Authorization Server, self-hosted; most of its token errors are bare codes. */
export const spring: Provider = {
  id: 'spring',
  name: 'Spring Authorization Server',
  documentation: {
    title: 'Spring Authorization Server: core model',
    url: 'https://docs.spring.io/spring-authorization-server/reference/core-model-components.html',
  },
  console: 'The RegisteredClient objects of the server',
  hosts: [],
  paths: [],
  metadata: (document) =>
    lists(document, {
      authorization: '/oauth2/authorize',
      jwks_uri: '/oauth2/jwks',
      userinfo: '/userinfo',
    }) && !lists(document, { userinfo: '/oauth2/userinfo' }),
  tenants: [],
  codeLifetime: codesLive(300, {
    title: 'Spring Authorization Server: TokenSettings',
    url: 'https://docs.spring.io/spring-authorization-server/reference/core-model-components.html#registered-client',
  }),
  refreshTokens: { days: 1 / 24, rotation: 'by setting' },
  redirectMatching: { rule: 'exact', anyPort: 'loopback address' },
  clientAuthentication: [...keysOrSecrets, 'tls_client_auth'],
  errors: [
    atAuthorize(/OAuth 2\.0 Parameter: redirect_uri/, 'redirect_uri_not_registered', 0.97),
    atAuthorize(/OAuth 2\.0 Parameter: client_id/, 'client_unknown', 0.85),
    atAuthorize(/OAuth 2\.0 Parameter: code_challenge(?!_)/, 'pkce_required', 0.95),
    saying(
      'The code_challenge_method is missing or is not S256.',
      atAuthorize(/OAuth 2\.0 Parameter: code_challenge_method/, 'pkce_required', 0.95),
    ),
    atAuthorize(/OAuth 2\.0 Parameter: scope/, 'scope_invalid', 0.95),
  ],
  fixes: {
    client_unknown: 'Register a RegisteredClient with this clientId.',
    client_secret_wrong:
      'Compare with the client’s clientSecret: prefix it with {noop} or the encoder that hashed it.',
    client_auth_method_wrong: 'Add the method you send to the client’s clientAuthenticationMethods.',
    redirect_uri_not_registered: 'Add the exact URI with redirectUri(…) to the RegisteredClient.',
    post_logout_redirect_uri_not_registered:
      'Add the exact URI with postLogoutRedirectUri(…) to the RegisteredClient.',
    grant_type_not_allowed: 'Add the grant with authorizationGrantType(…) to the RegisteredClient.',
    scope_invalid: 'Add the scope with scope(…) to the RegisteredClient.',
    pkce_required: 'Send PKCE with S256; ClientSettings.requireProofKey demands it.',
    code_expired: 'Redeem the code at once, or raise TokenSettings.authorizationCodeTimeToLive.',
    cors_blocked:
      'Allow the page’s origin in the CorsConfigurationSource of the authorization server’s filter chain.',
  },
};
