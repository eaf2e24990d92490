import type { ClientMetadata } from 'oidc-provider';

/** The secret of every client that has one, good on loopback only. */
export const grantSecret = 'loopback-only-secret-of-a-daemon';

export const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
export const ciba = 'urn:openid:params:grant-type:ciba';
export const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
export const samlBearer = 'urn:ietf:params:oauth:grant-type:saml2-bearer';
export const device = 'urn:ietf:params:oauth:grant-type:device_code';

/** The clients; `jwk` is the key that `signer` is registered with, `app` the origin of the site. */
export function clientsOf(jwk: object, app: string): ClientMetadata[] {
  const none = { redirect_uris: [], response_types: [] };
  return [
    {
      ...none,
      client_id: 'daemon',
      client_secret: grantSecret,
      grant_types: ['client_credentials', exchange],
    },
    {
      ...none,
      client_id: 'broker',
      client_secret: grantSecret,
      grant_types: [jwtBearer, samlBearer],
    },
    {
      ...none,
      client_id: 'signer',
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [Object.assign({ kty: 'EC' }, jwk)] },
    },
    {
      ...none,
      client_id: 'tv',
      application_type: 'native',
      grant_types: [device, 'refresh_token'],
      token_endpoint_auth_method: 'none',
    },
    {
      ...none,
      client_id: 'bank',
      client_secret: grantSecret,
      grant_types: [ciba],
      backchannel_token_delivery_mode: 'poll',
    },
    {
      client_id: 'shop',
      client_secret: grantSecret,
      redirect_uris: ['https://shop.example/cb'],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      request_object_signing_alg: 'HS256',
    },
    {
      client_id: 'site',
      client_secret: grantSecret,
      redirect_uris: [`${app}/callback`],
      post_logout_redirect_uris: [`${app}/goodbye`],
      response_types: ['code'],
      grant_types: ['authorization_code', 'refresh_token'],
    },
    {
      client_id: 'desktop',
      application_type: 'native',
      redirect_uris: [`${app}/callback`],
      response_types: ['code id_token', 'id_token'],
      grant_types: ['authorization_code', 'implicit'],
      token_endpoint_auth_method: 'none',
    },
  ];
}
