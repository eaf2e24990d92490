import type { AdapterFactory } from 'oidc-provider';
import * as client from 'openid-client';
import { createMemoryAdapter } from '../../servers/memory-adapter.ts';
import { login } from '../change-login.ts';
import { configure, logIn, mayFail } from '../log-in.ts';
import { serveTenants, type Tenants } from '../oidc-servers.ts';
import type { ProofCase } from '../proof-case.ts';
import { interpose } from '../relay.ts';
import type { Stage } from '../stage.ts';

const usual = { server: 'oidc-provider', client: 'openid-client' } as const;

/** A login at a server that is put into trouble first. */
const troubled =
  (make: (tenants: Tenants) => void) =>
  async (stage: Stage): Promise<void> => {
    const tenants = await serveTenants(stage);
    make(tenants);
    await logIn(stage, { issuer: tenants.a, clientId: 'web' });
  };

/** A gateway in front of an endpoint that answers for the server. */
const gateway =
  (path: string, status: number, body: string, headers: Record<string, string> = {}) =>
  ({ front }: Tenants): void =>
    interpose(front, ([request, response], pass) => {
      if (request.url?.startsWith(path) === true) response.writeHead(status, headers).end(body);
      else pass();
    });

/** A proof of possession that is changed before it is signed. */
const proving =
  (change: (payload: Record<string, client.JsonValue | undefined>) => void) =>
  async (stage: Stage): Promise<unknown> => {
    const { a } = await serveTenants(stage);
    const config = await configure(stage, { issuer: a, clientId: 'web-dpop' });
    const keys = await client.randomDPoPKeyPair();
    const DPoP = client.getDPoPHandle(config, keys, {
      [client.modifyAssertion]: (_, payload) => change(payload),
    });
    return logIn(stage, { issuer: a, clientId: 'web-dpop', dpop: { DPoP } });
  };

const unable = '<!doctype html><title>503 Service Unavailable</title><h1>Service Unavailable</h1>';

/** Storage that no longer has a login once it was read so often. */
function forgetting(reads: number): AdapterFactory {
  const stored = createMemoryAdapter();
  let read = 0;
  return (name) => ({
    ...stored(name),
    ...(name === 'Interaction' && {
      find: async (id: string) => ((read += 1) > reads ? undefined : stored(name).find(id)),
    }),
  });
}

/** Servers that cannot, gateways that will not, and proofs that do not hold. */
export const troubleCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: 'state_lost',
    truth: 'The server forgets the login while the person fills in its form.',
    play: async (stage) => {
      const { a } = await serveTenants(stage, { adapter: forgetting(3) });
      await logIn(stage, { issuer: a, clientId: 'web' });
    },
  },
  {
    ...usual,
    cause: 'server_error',
    truth: 'The server’s database fails while the code is redeemed.',
    play: async (stage) => {
      const stored = createMemoryAdapter();
      const adapter: AdapterFactory = (name) =>
        name === 'AccessToken'
          ? { ...stored(name), upsert: async () => Promise.reject(new Error('The database is gone.')) }
          : stored(name);
      const { a } = await serveTenants(stage, { adapter });
      await logIn(stage, { issuer: a, clientId: 'web' });
    },
  },
  {
    ...usual,
    cause: 'server_error',
    truth: 'A gateway answers the token request with 503 and a page.',
    play: troubled(gateway('/token', 503, unable, { 'content-type': 'text/html' })),
  },
  {
    ...usual,
    cause: 'server_error',
    truth: 'A gateway answers the authorization request with 502.',
    play: troubled(gateway('/auth', 502, 'Bad gateway')),
  },
  {
    ...usual,
    cause: 'rate_limited',
    truth: 'A gateway answers the token request with 429.',
    play: troubled(gateway('/token', 429, 'Too many requests', { 'retry-after': '60' })),
  },
  {
    ...usual,
    cause: 'network_failure',
    truth: 'Nothing listens at the token endpoint any more.',
    play: async (stage) => {
      const { a } = await serveTenants(stage);
      const gone = await stage.listen();
      await gone.stop();
      await logIn(stage, {
        issuer: a,
        clientId: 'web',
        redeem: async ({ config, callback, checks }) => {
          const { issuer } = config.serverMetadata();
          const server = { issuer, token_endpoint: `${gone.origin}/token` };
          const moved = await configure(stage, { issuer, clientId: 'web', server });
          return client.authorizationCodeGrant(moved, callback, checks);
        },
      });
    },
  },
  {
    ...usual,
    cause: 'dpop_invalid',
    undecidable: true,
    truth: 'A client that must prove its key sends no DPoP proof.',
    play: login({ clientId: 'web-dpop' }),
  },
  {
    ...usual,
    cause: 'access_token_invalid',
    truth: 'The page reads userinfo with a token that was revoked.',
    play: async (stage) => {
      const { a } = await serveTenants(stage, { routes: { userinfo: '/userinfo' } });
      const { config, tokens } = await logIn(stage, { issuer: a, clientId: 'spa', inPage: true });
      const token = tokens?.access_token ?? '';
      await client.tokenRevocation(config, token);
      return mayFail(stage, async () => client.fetchUserInfo(config, token, client.skipSubjectCheck));
    },
  },
  {
    ...usual,
    cause: 'dpop_invalid',
    truth: 'The DPoP proof is for another URL.',
    play: proving((payload) => void (payload['htu'] = 'https://elsewhere.example/token')),
  },
  {
    ...usual,
    cause: 'dpop_invalid',
    truth: 'The DPoP proof is for another method.',
    play: proving((payload) => void (payload['htm'] = 'GET')),
  },
  {
    ...usual,
    cause: 'dpop_invalid',
    truth: 'The DPoP proof is an hour old.',
    play: proving((payload) => void (payload['iat'] = Math.floor(Date.now() / 1000) - 3600)),
  },
];
