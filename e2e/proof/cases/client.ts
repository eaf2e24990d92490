import * as client from 'openid-client';
import { configure, logIn, mayFail, type Login } from '../log-in.ts';
import { clientKey, secret, serveTenants } from '../oidc-servers.ts';
import type { ProofCase } from '../proof-case.ts';
import type { Stage } from '../stage.ts';

const usual = { server: 'oidc-provider', client: 'openid-client' } as const;

/** A login whose client authenticates in a given way. */
const login =
  (clientId: string, authentication: client.ClientAuth) =>
  async (stage: Stage): Promise<unknown> => {
    const { a } = await serveTenants(stage);
    return logIn(stage, { issuer: a, clientId, authentication });
  };

/** A request for a token of the client's own. */
const machine =
  (clientId: string, authentication: client.ClientAuth, parameters: Record<string, string> = {}) =>
  async (stage: Stage): Promise<unknown> => {
    const { a } = await serveTenants(stage);
    const config = await configure(stage, { issuer: a, clientId, authentication });
    return mayFail(stage, async () => client.clientCredentialsGrant(config, parameters));
  };

/** The Authorization header as hand-written code sends it. */
const basicHeader =
  (value: (clientId: string) => string): client.ClientAuth =>
  (_, { client_id }, __, headers) =>
    headers.set('authorization', value(client_id));

const twoMethods: client.ClientAuth = (as, it, body, headers) => {
  client.ClientSecretBasic(secret)(as, it, body, headers);
  client.ClientSecretPost(secret)(as, it, body, headers);
};

async function importedKey(pem: string): Promise<client.CryptoKey> {
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/gu, ''), 'base64');
  return crypto.subtle.importKey('pkcs8', der, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
}

/** A login whose assertion is changed before it is signed. */
const asserting =
  (change: (payload: Record<string, client.JsonValue | undefined>) => void, ownKey = true) =>
  async (stage: Stage): Promise<unknown> => {
    const key = ownKey
      ? await importedKey(clientKey.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
      : (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])).privateKey;
    const authentication = client.PrivateKeyJwt(
      { key, kid: 'k' },
      { [client.modifyAssertion]: (_, payload) => change(payload) },
    );
    return login('web-key', authentication)(stage);
  };

const nothing = (): undefined => undefined;

async function restarted(stage: Stage, first: string, second: string): Promise<unknown> {
  const { a } = await serveTenants(stage);
  const sending = (value: string): Login => ({
    issuer: a,
    clientId: 'web',
    authentication: client.ClientSecretBasic(value),
  });
  await logIn(stage, sending(first));
  return logIn(stage, sending(second));
}

/** What can go wrong when a client says who it is. */
export const clientCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: 'client_secret_wrong',
    truth: 'The secret in the Basic header is another one.',
    play: login('web', client.ClientSecretBasic('not-the-secret')),
  },
  {
    ...usual,
    cause: 'client_secret_wrong',
    truth: 'The secret in the form is another one.',
    play: login('web-post', client.ClientSecretPost('not-the-secret')),
  },
  {
    ...usual,
    cause: 'client_auth_malformed',
    truth: 'The secret ends with a line feed.',
    play: login('web', client.ClientSecretBasic(`${secret}\n`)),
  },
  {
    ...usual,
    cause: 'client_secret_wrong',
    truth: 'The secret was changed at the client after a login that worked.',
    play: (stage) => restarted(stage, secret, 'changed-by-mistake'),
  },
  {
    ...usual,
    cause: 'client_secret_expired',
    truth: 'The secret has run out.',
    play: login('web-expired', client.ClientSecretBasic(secret)),
  },
  {
    ...usual,
    cause: 'client_secret_missing',
    truth: 'A confidential client sends no secret.',
    play: login('web', client.None()),
  },
  {
    ...usual,
    cause: 'client_auth_method_wrong',
    undecidable: true,
    truth: 'The secret is sent where a signed assertion is registered.',
    play: login('web-key', client.ClientSecretPost(secret)),
  },
  {
    ...usual,
    cause: 'client_auth_malformed',
    truth: 'The Basic header has no colon.',
    play: login(
      'web',
      basicHeader(() => `Basic ${btoa(`web${secret}`)}`),
    ),
  },
  {
    ...usual,
    cause: 'client_auth_malformed',
    truth: 'The Basic header is not encoded.',
    play: login(
      'web',
      basicHeader((id) => `Basic ${id}:${secret}`),
    ),
  },
  {
    ...usual,
    cause: 'client_auth_multiple',
    truth: 'The secret is in the Basic header and in the form.',
    play: login('web', twoMethods),
  },
  {
    ...usual,
    cause: 'public_client_sent_secret',
    undecidable: true,
    truth: 'A native app, a public client, sends a secret.',
    play: login('spa', client.ClientSecretPost(secret)),
  },
  {
    ...usual,
    cause: 'public_client_sent_secret',
    undecidable: true,
    truth: 'A page, a public client, sends a secret.',
    play: async (stage) => {
      const { a } = await serveTenants(stage);
      return logIn(stage, {
        issuer: a,
        clientId: 'spa',
        inPage: true,
        authentication: client.ClientSecretPost(secret),
      });
    },
  },
  {
    ...usual,
    cause: 'client_assertion_invalid',
    truth: 'The assertion is for another audience.',
    play: asserting((payload) => void (payload['aud'] = 'https://elsewhere.example/')),
  },
  {
    ...usual,
    cause: 'client_assertion_invalid',
    truth: 'The assertion has expired.',
    play: asserting((payload) => {
      payload['exp'] = Math.floor(Date.now() / 1000) - 600;
      payload['iat'] = payload['nbf'] = payload['exp'] - 60;
    }),
  },
  {
    ...usual,
    cause: 'client_assertion_invalid',
    truth: 'The assertion’s subject is another client.',
    play: asserting((payload) => void (payload['sub'] = 'web')),
  },
  {
    ...usual,
    cause: 'client_assertion_invalid',
    undecidable: true,
    truth: 'The assertion is signed with a key that is not registered.',
    play: asserting(nothing, false),
  },
  {
    ...usual,
    cause: 'client_assertion_invalid',
    undecidable: true,
    truth: 'The assertion is signed with another secret.',
    play: login('web-jwt', client.ClientSecretJwt('another-secret-that-is-as-long-as-it-must')),
  },
  {
    ...usual,
    cause: 'client_unknown',
    undecidable: true,
    truth: 'The token endpoint does not know the client.',
    play: machine('nobody', client.ClientSecretBasic(secret)),
  },
  {
    ...usual,
    cause: 'client_secret_wrong',
    undecidable: true,
    truth: 'A job’s secret is another one.',
    play: machine('web', client.ClientSecretBasic('not-the-secret')),
  },
  {
    ...usual,
    cause: 'grant_type_not_allowed',
    truth: 'The client may not ask for tokens of its own.',
    play: machine('web-code', client.ClientSecretBasic(secret)),
  },
  {
    ...usual,
    cause: 'scope_invalid',
    truth: 'A job asks for a scope that its client may not have.',
    play: machine('web-scope', client.ClientSecretBasic(secret), { scope: 'read' }),
  },
  {
    ...usual,
    cause: 'resource_invalid',
    truth: 'A job asks for an API that the server does not know.',
    play: machine('web', client.ClientSecretBasic(secret), { resource: 'urn:proof:no-api' }),
  },
  {
    ...usual,
    cause: 'grant_type_unsupported',
    truth: 'The client uses a grant that the server does not have.',
    play: async (stage) => {
      const { a } = await serveTenants(stage);
      const config = await configure(stage, { issuer: a, clientId: 'web' });
      await mayFail(stage, async () =>
        client.genericGrantRequest(config, 'password', { username: 'alice', password: 'correct horse' }),
      );
    },
  },
];
