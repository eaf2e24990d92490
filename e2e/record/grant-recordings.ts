import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { ciba, device, exchange, grantSecret } from './grant-clients.ts';
import { basic, textOf, type Answer, type GrantRecording, type Play } from './play.ts';

const credentials = { grant_type: 'client_credentials', scope: 'orders' };

async function assertion({ clientKey }: Play, audience: string): Promise<Record<string, string>> {
  const jwt = await new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: 'ES256', kid: 'signer-1' })
    .setIssuer('signer')
    .setSubject('signer')
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(clientKey);
  return {
    client_id: 'signer',
    client_assertion: jwt,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  };
}

async function proof(
  pair: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey },
  url: string,
  nonce: string | undefined,
): Promise<Record<string, string>> {
  const jwt = await new SignJWT({
    htm: 'POST',
    htu: url,
    jti: crypto.randomUUID(),
    ...(nonce === undefined ? {} : { nonce }),
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(pair.publicKey) })
    .setIssuedAt()
    .sign(pair.privateKey);
  return { dpop: jwt };
}

async function deviceLogin(server: Play): Promise<Answer['body']> {
  const { body } = await server.call('/device/auth', {
    client_id: 'tv',
    scope: 'openid profile offline_access',
  });
  const poll = {
    grant_type: device,
    client_id: 'tv',
    device_code: textOf(body['device_code']),
  };
  await server.call('/token', poll);
  await server.allowDevice(poll.device_code);
  return (await server.call('/token', poll)).body;
}

const shopRequest = {
  response_type: 'code',
  client_id: 'shop',
  redirect_uri: 'https://shop.example/cb',
  scope: 'openid',
  state: 'a-state-of-forty-three-characters-0123456789',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
};

async function pushAndOpen(server: Play, form: Readonly<Record<string, string>>): Promise<void> {
  const { body } = await server.call('/request', form, basic('shop'));
  const uri = encodeURIComponent(textOf(body['request_uri']));
  await server.call(`/auth?client_id=shop&request_uri=${uri}`, {});
}

async function phone(server: Play, isAllowed: boolean): Promise<void> {
  const { body } = await server.call('/backchannel', { scope: 'openid', login_hint: 'alice' }, basic('bank'));
  const poll = { grant_type: ciba, auth_req_id: textOf(body['auth_req_id']) };
  await server.call('/token', poll, basic('bank'));
  await server.answerPhone(poll.auth_req_id, isAllowed);
  await server.call('/token', poll, basic('bank'));
}

/** Grants that need no browser. */
export const grantRecordings: readonly GrantRecording[] = [
  {
    name: 'client-credentials',
    truth: 'A daemon with its secret in the Basic header; the token is then asked about and revoked.',
    kind: 'client_credentials',
    outcome: 'succeeded',
    async play(server) {
      const { body } = await server.call('/token', credentials, basic('daemon'));
      const token = textOf(body['access_token']);
      await server.call('/token/introspection', { token }, basic('daemon'));
      await server.call('/token/revocation', { token, token_type_hint: 'access_token' }, basic('daemon'));
      await server.call('/token/introspection', { token }, basic('daemon'));
    },
  },
  {
    name: 'client-credentials-wrong-secret',
    truth: 'The secret in the Basic header is not the client’s.',
    kind: 'client_credentials',
    outcome: 'failed',
    cause: 'client_secret_wrong',
    play: async (server) =>
      void (await server.call('/token', credentials, basic('daemon', 'a-secret-of-someone-else'))),
  },
  {
    name: 'private-key-jwt',
    truth: 'The client signs an assertion for the server it asks.',
    kind: 'client_credentials',
    outcome: 'succeeded',
    play: async (server) =>
      void (await server.call('/token', { ...credentials, ...(await assertion(server, server.issuer)) })),
  },
  {
    name: 'private-key-jwt-wrong-audience',
    truth: 'The assertion is made for another server.',
    kind: 'client_credentials',
    outcome: 'failed',
    cause: 'client_assertion_invalid',
    play: async (server) =>
      void (await server.call('/token', {
        ...credentials,
        ...(await assertion(server, 'https://other.example')),
      })),
  },
  {
    name: 'dpop',
    truth: 'A proof without a nonce is answered with one, and the proof with it is accepted.',
    kind: 'client_credentials',
    outcome: 'succeeded',
    async play(server) {
      const pair = await generateKeyPair('ES256', { extractable: true });
      const url = `${server.issuer}/token`;
      const first = await proof(pair, url, undefined);
      const { headers } = await server.call('/token', credentials, { ...basic('daemon'), ...first });
      const second = await proof(pair, url, headers.get('dpop-nonce') ?? undefined);
      await server.call('/token', credentials, { ...basic('daemon'), ...second });
    },
  },
  {
    name: 'device',
    truth: 'A device waits for the user, is let in, reads userinfo, and uses its refresh token.',
    kind: 'device_code',
    outcome: 'succeeded',
    async play(server) {
      const tokens = await deviceLogin(server);
      await server.call('/me', {}, { authorization: `Bearer ${textOf(tokens['access_token'])}` });
      await server.call('/token', {
        grant_type: 'refresh_token',
        client_id: 'tv',
        refresh_token: textOf(tokens['refresh_token']),
      });
      await server.call('/jwks', {});
    },
  },
  {
    name: 'ciba',
    truth: 'The user says yes on the phone.',
    kind: 'ciba',
    outcome: 'succeeded',
    play: async (server) => phone(server, true),
  },
  {
    name: 'ciba-denied',
    truth: 'The user says no on the phone.',
    kind: 'ciba',
    outcome: 'failed',
    cause: 'device_denied',
    play: async (server) => phone(server, false),
  },
  {
    name: 'token-exchange',
    truth: 'A token is exchanged for one for another service.',
    kind: 'token_exchange',
    outcome: 'succeeded',
    async play(server) {
      const { body } = await server.call('/token', credentials, basic('daemon'));
      await server.call(
        '/token',
        {
          grant_type: exchange,
          subject_token: textOf(body['access_token']),
          subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          audience: 'https://orders.example',
        },
        basic('daemon'),
      );
    },
  },
  {
    name: 'pushed-request',
    truth: 'A request is pushed and its request_uri is opened; the user is still to log in.',
    kind: 'authorization_code',
    outcome: 'abandoned',
    play: async (server) => pushAndOpen(server, shopRequest),
  },
  {
    name: 'pushed-request-object',
    truth: 'The pushed request is a signed request object.',
    kind: 'authorization_code',
    outcome: 'abandoned',
    async play(server) {
      const request = await new SignJWT(shopRequest)
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('shop')
        .setAudience(server.issuer)
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime('1m')
        .sign(new TextEncoder().encode(grantSecret));
      await pushAndOpen(server, { client_id: 'shop', request });
    },
  },
];
