/** Endpoint paths of known servers, longest first within a family; what precedes them is the tenant's path. */
const endpointPath = new RegExp(
  '/(?:' +
    [
      'protocol/openid-connect/(?:auth|token|userinfo|logout|certs|revoke)(?:/.*)?',
      'oauth2/v[12](?:\\.0)?/(?:authorize|token|logout|userinfo|keys|revoke)',
      '(?:login/)?oauth2?/(?:v\\d(?:\\.\\d)?/)?(?:auth|authorize|authorization|token|access_token|accessToken|revoke|userinfo)',
      'connect/(?:authorize|token|userinfo|endsession|revocation)',
      'as/(?:authorization\\.oauth2|token\\.oauth2|authorize|token)',
      'o/(?:oauth2/)?(?:v2/)?(?:auth|authorize|token)',
      'v\\d(?:\\.\\d)?/(?:authorize|token|userinfo|logout)',
      '(?:oidc|openid)/(?:\\d/)?(?:auth|authorize|token|me)',
      'session/end',
      'token/(?:introspection|revocation)',
      'device/auth',
      'authorize|authorization|auth|token|access_token|userinfo|userInfo|me|jwks|request|logout|revoke',
    ].join('|') +
    ')/?$',
);

/** The path before a known endpoint suffix (`''` at the root); undefined when the path ends in none. */
export function tenantPath(path: string): string | undefined {
  const index = path.search(endpointPath);
  return index < 0 ? undefined : path.slice(0, index);
}
