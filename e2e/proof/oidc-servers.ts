import { generateKeyPairSync } from 'node:crypto';
import type { Server } from 'node:http';
import Provider, { errors, type ClientMetadata, type Configuration } from 'oidc-provider';
import { serveTenant, signingKeys } from '../servers/tenant.ts';
import type { Stage } from './stage.ts';

/** Secret of the confidential clients, good on loopback only. */
export const secret = 'loopback-only-secret-of-the-proof-clients';

/** The key of the client that signs its assertions. */
export const clientKey = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The API that these servers issue tokens for. */
export const api = 'urn:proof:api';

const keys = { a: signingKeys(), b: signingKeys() };

function clientsOf(app: string): ClientMetadata[] {
  const common = {
    redirect_uris: [`${app}/callback`],
    post_logout_redirect_uris: [`${app}/goodbye`],
    grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
    response_types: ['code' as const],
    client_secret: secret,
  };
  const publicOnes = { ...common, client_secret: undefined, token_endpoint_auth_method: 'none' as const };
  const codeOnly = ['authorization_code', 'refresh_token'];
  return [
    { ...common, client_id: 'web', token_endpoint_auth_method: 'client_secret_basic' },
    { ...common, client_id: 'web-2', token_endpoint_auth_method: 'client_secret_basic' },
    { ...common, client_id: 'web-post', token_endpoint_auth_method: 'client_secret_post' },
    { ...common, client_id: 'web-jwt', token_endpoint_auth_method: 'client_secret_jwt' },
    {
      ...common,
      client_id: 'web-key',
      token_endpoint_auth_method: 'private_key_jwt',
      request_object_signing_alg: 'ES256',
      jwks: {
        keys: [{ ...clientKey.publicKey.export({ format: 'jwk' }), kty: 'EC', kid: 'k', alg: 'ES256' }],
      },
    },
    { ...common, client_id: 'web-code', grant_types: ['authorization_code'] },
    { ...common, client_id: 'web-expired', client_secret_expires_at: 1_700_000_000 },
    { ...common, client_id: 'web-short-code' },
    { ...common, client_id: 'web-short-refresh' },
    { ...common, client_id: 'web-par', require_pushed_authorization_requests: true },
    { ...common, client_id: 'web-dpop', dpop_bound_access_tokens: true },
    { ...common, client_id: 'web-pkce' },
    { ...common, client_id: 'web-scope', scope: 'openid' },
    { ...common, client_id: 'web-ip', redirect_uris: [`${app.replace('localhost', '127.0.0.1')}/callback`] },
    { ...publicOnes, client_id: 'spa', grant_types: codeOnly },
    { ...publicOnes, client_id: 'spa-2', grant_types: codeOnly },
    {
      ...publicOnes,
      client_id: 'device',
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      response_types: [],
      redirect_uris: [],
    },
  ];
}

/**
 * One second for what belongs to one client. The server counts whole seconds, so that it may be over after a
 * millisecond: a login must not need what is short.
 */
const lives =
  (usual: number, short: string) =>
  (_: unknown, __: unknown, client: { readonly clientId: string }): number =>
    client.clientId === short ? 1 : usual;

function settingsOf(tenant: 'a' | 'b', changes: Configuration, deviceLifetime: number): Configuration {
  return {
    jwks: keys[tenant],
    rotateRefreshToken: true,
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: {
      required: (_, client) =>
        client.tokenEndpointAuthMethod === 'none' ? true : client.clientId === 'web-pkce',
    },
    scopes: ['openid', 'offline_access', 'profile', 'read'],
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: lives(60, 'web-short-code'),
      ClientCredentials: 600,
      DeviceCode: deviceLifetime,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: lives(3600, 'web-short-refresh'),
      Session: 3600,
    },
    ...changes,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true },
      dPoP: { enabled: true },
      jwtResponseModes: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      requestObjects: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => [],
        getResourceServerInfo: (_, resource) => {
          if (resource !== api) throw new errors.InvalidTarget();
          return { scope: 'read', audience: api, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
        },
      },
      ...changes.features,
    },
  };
}

interface Said {
  readonly error?: string | undefined;
  readonly error_description?: string | undefined;
  readonly error_detail?: string | undefined;
  readonly message?: string | undefined;
}

/** Two tenants that know the same clients. */
export interface Tenants {
  readonly a: string;
  readonly b: string;
  readonly providers: readonly Provider[];
  /** Tenant A’s HTTP server. */
  readonly front: Server;
}

/** Puts two tenants of oidc-provider on the stage; what they refuse is heard there. */
export async function serveTenants(
  stage: Stage,
  changes: Configuration = {},
  deviceLifetime = 600,
  issuerEnd: '' | '/' = '',
): Promise<Tenants> {
  const [a, b] = await Promise.all([stage.listen(), stage.listen()]);
  const clients = clientsOf(stage.app);
  const ignore = (): undefined => undefined;
  const providers = [
    serveTenant(
      { ...a, origin: a.origin + issuerEnd },
      'a',
      clients,
      ignore,
      settingsOf('a', changes, deviceLifetime),
    ),
    serveTenant(b, 'b', clients, ignore, settingsOf('b', changes, deviceLifetime)),
  ];
  const hear = (_: unknown, { error, error_description, error_detail, message }: Said): void =>
    void stage.refusals.push({
      words: [error ?? message, error_description].filter(Boolean).join(': '),
      reason: error_detail ?? error_description ?? message ?? '',
    });
  for (const provider of providers) {
    provider.on('authorization.error', hear);
    provider.on('grant.error', hear);
    provider.on('pushed_authorization_request.error', hear);
    provider.on('device_authorization.error', hear);
    provider.on('end_session.error', hear);
    provider.on('revocation.error', hear);
    provider.on('userinfo.error', hear);
    provider.on('server_error', hear);
  }
  return { a: a.origin, b: b.origin, providers, front: a.server };
}
