import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import Provider from 'oidc-provider';
import { registerAssertionGrants } from './assertion-grants.ts';
import { createIdentityProvider, type IdentityProvider } from './identity-provider.ts';
import { interact } from '../servers/interaction.ts';
import type { Listening } from '../servers/listen.ts';
import { createMemoryAdapter } from '../servers/memory-adapter.ts';
import { signingKeys } from '../servers/tenant.ts';
import { clientsOf, exchange } from './grant-clients.ts';
import { serveSite, type Site } from './site.ts';

/** A server, a site that is its client, and what the user would do at the server. */
export interface GrantServer {
  readonly site: Site;
  readonly issuer: string;
  /** Whose word the server takes. */
  readonly vouching: IdentityProvider;
  /** The key that `signer` is registered with. */
  readonly clientKey: CryptoKey;
  /** The user lets the device in. */
  allowDevice(deviceCode: string): Promise<void>;
  /** The user answers on the phone. */
  answerPhone(requestId: string, isAllowed: boolean): Promise<void>;
}

/** Serves it at `at`, and the site at `app`. */
export async function serveGrants(at: Listening, app: Listening): Promise<GrantServer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kty: 'EC', kid: 'signer-1', use: 'sig', alg: 'ES256' };
  const provider = new Provider(at.origin, {
    adapter: createMemoryAdapter(),
    clients: clientsOf(jwk, app.origin),
    jwks: signingKeys(),
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], profile: ['name'] },
    scopes: ['openid', 'offline_access', 'orders'],
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, name: `${sub} of loopback` }) }),
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    acrValues: ['password', 'phone'],
    extraTokenClaims: ({ oidc }) => ({ acr: oidc.entities.AuthorizationCode?.acr ?? 'password' }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: false },
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true },
      introspection: { enabled: true },
      revocation: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      requestObjects: { enabled: true },
      jwtResponseModes: { enabled: true },
      registration: { enabled: true },
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
  const vouching = createIdentityProvider();
  registerAssertionGrants(provider, vouching);
  const grantOf = async (clientId: string): Promise<string> => {
    const grant = new provider.Grant({ accountId: 'alice', clientId });
    grant.addOIDCScope('openid profile offline_access');
    return grant.save();
  };
  const serve = provider.callback();
  at.server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      void serve(request, response);
      return;
    }
    interact(provider, request, response).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    );
  });
  return {
    site: serveSite(app, async (token) => (await provider.AccessToken.find(token))?.extra?.['acr']),
    issuer: at.origin,
    vouching,
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
