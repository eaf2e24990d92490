import { oidcCore, rfc, type Source } from './source.ts';

/** A page of a vendor or of another standard. */
export function vendor(title: string, url: string): Source {
  return { title, url };
}

/** Pages that several rare names refer to. */
export const pages = {
  registration: rfc(7591, '2'),
  metadata: rfc(8414, '2'),
  claims: oidcCore('5.1', 'StandardClaims'),
  entra: vendor(
    'Microsoft: AADSTS error codes',
    'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  ),
  entraTokens: vendor(
    'Microsoft: access token claims',
    'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
  ),
  google: vendor(
    'Google: OAuth for web servers',
    'https://developers.google.com/identity/protocols/oauth2/web-server',
  ),
  auth0: vendor('Auth0: Authentication API', 'https://auth0.com/docs/api/authentication'),
  okta: vendor('Okta: error codes', 'https://developer.okta.com/docs/reference/error-codes/'),
  facebook: vendor(
    'Meta: handling errors',
    'https://developers.facebook.com/docs/graph-api/guides/error-handling/',
  ),
  keycloak: vendor('Keycloak documentation', 'https://www.keycloak.org/documentation'),
  saml: vendor(
    'SAML 2.0 Bindings',
    'https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf',
  ),
  federation: vendor(
    'WS-Federation 1.2',
    'https://docs.oasis-open.org/wsfed/federation/v1.2/os/ws-federation-1.2-spec-os.html',
  ),
  ciba: vendor(
    'OpenID Connect CIBA §7',
    'https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html',
  ),
  frontChannel: vendor(
    'OpenID Connect Front-Channel Logout',
    'https://openid.net/specs/openid-connect-frontchannel-1_0.html',
  ),
  backChannel: vendor(
    'OpenID Connect Back-Channel Logout',
    'https://openid.net/specs/openid-connect-backchannel-1_0.html',
  ),
  jarm: vendor('JWT Secured Authorization Response Mode', 'https://openid.net/specs/oauth-v2-jarm.html'),
  discovery: vendor(
    'OpenID Connect Discovery §3',
    'https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata',
  ),
} as const;
