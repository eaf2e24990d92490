import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import Provider, { type ClientMetadata } from 'oidc-provider';
import type { Listening } from '../servers/listen.ts';
import { createMemoryAdapter } from '../servers/memory-adapter.ts';
import { signingKeys } from '../servers/tenant.ts';

/** The secret of every client that has one, good on loopback only. */
export const grantSecret = 'loopback-only-secret-of-a-daemon';

const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
const device = 'urn:ietf:params:oauth:grant-type:device_code';
const ciba = 'urn:openid:params:grant-type:ciba';

/** A server for grants without a browser, and what the user would do at it. */
export interface GrantServer {
  readonly issuer: string;
  /** The key that `signer` is registered with. */
  readonly clientKey: CryptoKey;
  /** The user lets the device in. */
  allowDevice(deviceCode: string): Promise<void>;
  /** The user answers on the phone. */
  answerPhone(requestId: string, isAllowed: boolean): Promise<void>;
}

/** Serves it at `at`. */
export async function serveGrants(at: Listening): Promise<GrantServer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kty: 'EC', kid: 'signer-1', use: 'sig', alg: 'ES256' };
  const provider = new Provider(at.origin, {
    adapter: createMemoryAdapter(),
    clients: clientsOf(jwk),
    jwks: signingKeys(),
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], profile: ['name'] },
    scopes: ['openid', 'offline_access', 'orders'],
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, name: `${sub} of loopback` }) }),
    issueRefreshToken: () => true,
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: false },
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true },
      introspection: { enabled: true },
      revocation: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      requestObjects: { enabled: true },
      dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
      ciba: {
        enabled: true,
        deliveryModes: ['poll'],
        triggerAuthenticationDevice: () => undefined,
        processLoginHint: (_: unknown, hint: string | undefined) => hint,
        validateBindingMessage: () => undefined,
        validateRequestContext: () => undefined,
        verifyUserCode: () => undefined,
      },
    },
  });
  provider.registerGrantType(
    exchange,
    async (context) => {
      const { client } = context.oidc;
      if (client === undefined) return;
      const token = new provider.ClientCredentials({ client, scope: 'orders' });
      context.body = {
        access_token: await token.save(),
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        token_type: 'Bearer',
        expires_in: token.expiration,
        scope: 'orders',
      };
    },
    ['subject_token', 'subject_token_type', 'audience', 'scope'],
  );
  const grantOf = async (clientId: string): Promise<string> => {
    const grant = new provider.Grant({ accountId: 'alice', clientId });
    grant.addOIDCScope('openid profile offline_access');
    return grant.save();
  };
  const serve = provider.callback();
  at.server.on('request', (request, response) => void serve(request, response));
  return {
    issuer: at.origin,
    clientKey: privateKey,
    async allowDevice(deviceCode) {
      const code = await provider.DeviceCode.find(deviceCode);
      if (code === undefined) throw new Error('The server does not know the device code.');
      const grantId = await grantOf('tv');
      Object.assign(code, {
        ...{ accountId: 'alice', grantId, scope: 'openid profile offline_access', claims: {} },
        authTime: Math.floor(Date.now() / 1000),
      });
      await code.save();
    },
    async answerPhone(requestId, isAllowed) {
      const { errors } = await import('oidc-provider');
      await provider.backchannelResult(
        requestId,
        isAllowed ? await grantOf('bank') : new errors.AccessDenied('the user said no'),
      );
    },
  };
}

function clientsOf(jwk: object): ClientMetadata[] {
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
  ];
}
