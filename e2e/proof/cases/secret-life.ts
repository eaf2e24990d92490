import { setTimeout as pause } from 'node:timers/promises';
import type { Configuration } from 'oidc-provider';
import * as client from 'openid-client';
import { createMemoryAdapter } from '../../servers/memory-adapter.ts';
import { logIn, type Login } from '../log-in.ts';
import { serveTenants, type Tenants } from '../oidc-servers.ts';
import type { ProofCase } from '../proof-case.ts';
import type { Stage } from '../stage.ts';

const usual = { server: 'oidc-provider', client: 'openid-client' } as const;

/** The server registers clients, with secrets that live so many seconds and not the usual 15 longer. */
const registering = (seconds: number): Configuration => ({
  clockTolerance: 0,
  features: {
    registration: {
      enabled: true,
      idFactory: () => 'web-registered',
      initialAccessToken: true,
      policies: {
        'short-secret': (_, properties) => {
          properties['client_secret_expires_at'] = Math.floor(Date.now() / 1000) + seconds;
        },
      },
    },
  },
});

interface Life {
  /** Seconds from the registration until the secret ends. */
  readonly lives: number;
  /** The recording has the registration. */
  readonly isSeen: boolean;
  readonly authentication?: (secret: string) => client.ClientAuth;
  readonly method?: string;
  readonly prepare?: (tenants: Tenants) => void;
  /** A login goes before, and then who runs the server ends the secret. */
  readonly before?: true;
}

/** A client that registers itself, waits until its secret is over if it ends so soon, and logs in. */
const registered =
  ({ lives, isSeen, authentication = client.ClientSecretBasic, method, prepare, before }: Life) =>
  async (stage: Stage): Promise<unknown> => {
    const adapter = createMemoryAdapter();
    const tenants = await serveTenants(stage, { ...registering(lives), adapter });
    prepare?.(tenants);
    const [provider] = tenants.providers;
    if (provider === undefined) throw new Error('There is no server.');
    const ticket = new provider.InitialAccessToken({ policies: ['short-secret'] });
    const config = await client.dynamicClientRegistration(
      new URL(tenants.a),
      {
        redirect_uris: [`${stage.app}/callback`],
        token_endpoint_auth_method: method ?? 'client_secret_basic',
      },
      client.None(),
      {
        initialAccessToken: await ticket.save(),
        execute: [client.allowInsecureRequests],
        ...(isSeen ? { [client.customFetch]: stage.fetch } : {}),
      },
    );
    const { client_id: clientId, client_secret: secret } = config.clientMetadata();
    if (secret === undefined) throw new Error('The client was given no secret.');
    const login: Login = { issuer: tenants.a, clientId, authentication: authentication(secret) };
    if (before === true) {
      await logIn(stage, login);
      const stored = adapter('Client');
      await stored.upsert(clientId, { ...(await stored.find(clientId)), client_secret_expires_at: 1 }, 3600);
    }
    if (lives < 60) await pause((lives + 1) * 1000);
    return logIn(stage, login);
  };

/** Who runs the server lets nobody read more than the code of a refusal. */
const silenced = ({ providers }: Tenants): void => {
  for (const provider of providers)
    provider.use(async (ctx, next) => {
      await next();
      if (ctx.path === '/token' && ctx.status >= 400) ctx.body = { error: 'invalid_client' };
    });
};

/** What can go wrong when a client’s secret has an end. */
export const secretLifeCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: undefined,
    truth: 'A client registers itself, and its secret lives for another hour.',
    play: registered({ lives: 3600, isSeen: true }),
  },
  {
    ...usual,
    cause: 'client_secret_expired',
    truth: 'The secret of a client that registered itself has run out; its registration was seen.',
    play: registered({ lives: 1, isSeen: true }),
  },
  {
    ...usual,
    cause: 'client_secret_expired',
    truth: 'The secret of a client that registered itself has run out; its registration was not seen.',
    play: registered({ lives: 1, isSeen: false }),
  },
  {
    ...usual,
    cause: 'client_secret_expired',
    truth: 'The secret has run out, of which the server says nothing; the registration was seen.',
    play: registered({ lives: 1, isSeen: true, prepare: silenced }),
  },
  {
    ...usual,
    cause: 'client_secret_expired',
    undecidable: true,
    truth: 'The secret has run out, of which the server says nothing; the registration was not seen.',
    play: registered({ lives: 1, isSeen: false, prepare: silenced }),
  },
  {
    ...usual,
    cause: 'client_secret_expired',
    truth: 'The secret worked before and was ended, of which the server says nothing.',
    play: registered({ lives: 3600, isSeen: false, prepare: silenced, before: true }),
  },
  {
    ...usual,
    cause: 'client_secret_expired',
    truth: 'The secret that signs the client’s assertions has run out.',
    play: registered({
      lives: 1,
      isSeen: true,
      method: 'client_secret_jwt',
      authentication: client.ClientSecretJwt,
    }),
  },
];
