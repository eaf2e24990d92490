import { errors } from 'oidc-provider';
import * as client from 'openid-client';
import { login, type Change } from '../change-login.ts';
import { alice, logIn, mayFail } from '../log-in.ts';
import { serveTenants, type Tenants } from '../oidc-servers.ts';
import { logInWithOidcClientTs } from '../oidc-client-ts.ts';
import type { ProofCase } from '../proof-case.ts';
import { alterCallbacks, alterRequests, cacheTokens } from '../relay.ts';
import { signingKey } from '../signing-key.ts';
import type { Stage } from '../stage.ts';

const usual = { server: 'oidc-provider', client: 'openid-client' } as const;

/** A login with something between the browser and the server. */
const relayed =
  (put: (front: Tenants['front']) => void, change: Change = {}) =>
  async (stage: Stage): Promise<void> => {
    const { a, front } = await serveTenants(stage);
    put(front);
    await logIn(stage, { issuer: a, clientId: 'web', ...change });
  };

const changesState = (change: (state: string) => string) =>
  relayed((front) => alterCallbacks(front, (all) => all.set('state', change(all.get('state') ?? ''))));

const byIp = (app: string): string => app.replace('localhost', '127.0.0.1');

/** A login that the app’s `/login` begins with a cookie, at `origin` of the app. */
const fromApp = (change: Change, origin: (app: string) => string) => async (stage: Stage) =>
  login({
    ...change,
    asks: {
      redirect_uri: `${change.clientId === 'web-ip' ? byIp(stage.app) : stage.app}/callback`,
      ...change.asks,
    },
    walk: async (url) => {
      stage.startAt(url);
      return stage.agent.go(`${origin(stage.app)}/login`, alice);
    },
  })(stage);

/** A client that proves itself with a signed assertion, by a clock that is off by so many seconds. */
const withClock = (skew: number) => async (stage: Stage) => {
  const { a } = await serveTenants(stage);
  const authentication: client.ClientAuth = (as, it, body, headers) =>
    proof(as, { ...it, [client.clockSkew]: skew }, body, headers);
  const proof = client.PrivateKeyJwt({ key: await signingKey(), kid: 'k' });
  await logIn(stage, { issuer: a, clientId: 'web-key', authentication });
};

/** What the app itself refuses, or has forgotten, though the server did as it was asked. */
export const appCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: 'state_mismatch',
    truth: 'A relay cuts the state off on its way back.',
    play: changesState((state) => state.slice(0, 16)),
  },
  {
    ...usual,
    cause: 'state_mismatch',
    truth: 'The answer comes back with the state of another login.',
    play: changesState(() => client.randomState()),
  },
  {
    ...usual,
    cause: 'state_mismatch',
    truth: 'A relay drops the state on its way back.',
    play: relayed((front) => alterCallbacks(front, (all) => all.delete('state'))),
  },
  {
    ...usual,
    cause: 'issuer_mismatch',
    truth: 'The answer names another issuer than the server that was asked.',
    play: relayed((front) => alterCallbacks(front, (all) => all.set('iss', 'https://elsewhere.example'))),
  },
  {
    ...usual,
    cause: 'issuer_mismatch',
    truth: 'A relay drops the issuer that the server announces.',
    play: relayed((front) => alterCallbacks(front, (all) => all.delete('iss'))),
  },
  {
    ...usual,
    cause: 'nonce_mismatch',
    truth: 'The ID token has the nonce of another login.',
    play: relayed((front) => alterRequests(front, (all) => all.set('nonce', client.randomNonce())), {
      asks: { nonce: 'the-nonce-of-this-login' },
    }),
  },
  {
    ...usual,
    cause: 'nonce_mismatch',
    truth: 'A relay drops the nonce from the request.',
    play: relayed((front) => alterRequests(front, (all) => all.delete('nonce')), {
      asks: { nonce: 'the-nonce-of-this-login' },
    }),
  },
  {
    ...usual,
    cause: 'id_token_invalid',
    truth: 'A cache before the token endpoint gives the tokens of another client’s login.',
    play: async (stage) => {
      const { a, front } = await serveTenants(stage);
      cacheTokens(front);
      await logIn(stage, { issuer: a, clientId: 'web-2' });
      await logIn(stage, { issuer: a, clientId: 'web' });
    },
  },
  {
    ...usual,
    cause: 'clock_skew',
    truth: 'The clock of the client that signs its assertion is an hour ahead.',
    play: withClock(3600),
  },
  {
    ...usual,
    cause: 'clock_skew',
    // An assertion that was kept too long looks the same.
    undecidable: true,
    truth: 'The clock of the client that signs its assertion is an hour behind.',
    play: withClock(-3600),
  },
  {
    ...usual,
    cause: 'state_lost',
    truth: 'The login begins at localhost and comes back to 127.0.0.1, where the app’s cookie is not.',
    play: fromApp({ clientId: 'web-ip' }, (app) => app),
  },
  {
    ...usual,
    cause: 'state_lost',
    truth: 'The answer comes in a form from another site, without the app’s SameSite cookie.',
    play: fromApp({ clientId: 'web-ip', asks: { response_mode: 'form_post' } }, byIp),
  },
  {
    ...usual,
    cause: undefined,
    truth: 'The app begins the login with a cookie and finds it again.',
    play: fromApp({}, (app) => app),
  },
  {
    ...usual,
    cause: 'insufficient_scope',
    truth: 'The page reads userinfo with a token that was asked for without openid.',
    play: async (stage) => {
      const { a } = await serveTenants(stage, { routes: { userinfo: '/userinfo' } });
      const asks = { scope: 'profile' };
      const { config, tokens } = await logIn(stage, { issuer: a, clientId: 'spa', inPage: true, asks });
      const token = tokens?.access_token ?? '';
      return mayFail(stage, async () => client.fetchUserInfo(config, token, client.skipSubjectCheck));
    },
  },
  {
    ...usual,
    cause: 'scope_reduced',
    truth: 'The server grants the page less than openid, which userinfo then asks for.',
    play: async (stage) => {
      const { a } = await serveTenants(stage, {
        routes: { userinfo: '/userinfo' },
        loadExistingGrant: async ({ oidc: { client: it, session, provider } }) => {
          const grant = new provider.Grant({
            accountId: session?.accountId ?? '',
            clientId: it?.clientId ?? '',
          });
          grant.addOIDCScope('profile');
          grant.rejectOIDCScope('openid');
          await grant.save();
          return grant;
        },
      });
      const { config, tokens } = await logIn(stage, { issuer: a, clientId: 'spa', inPage: true });
      const token = tokens?.access_token ?? '';
      return mayFail(stage, async () => client.fetchUserInfo(config, token, client.skipSubjectCheck));
    },
  },
  {
    ...usual,
    cause: 'refresh_token_invalid',
    truth: 'The app kept the refresh token in a column that was too short.',
    play: async (stage) => {
      const { a } = await serveTenants(stage);
      const { config, tokens } = await logIn(stage, { issuer: a, clientId: 'web' });
      const kept = (tokens?.refresh_token ?? '').slice(0, 32);
      await mayFail(stage, async () => client.refreshTokenGrant(config, kept));
    },
  },
  {
    ...usual,
    cause: 'cors_blocked',
    truth: 'The token endpoint does not allow the page’s origin to read its answer.',
    play: async (stage) => {
      const { a } = await serveTenants(stage, { clientBasedCORS: () => false });
      await logIn(stage, { issuer: a, clientId: 'spa', inPage: true });
    },
  },
  {
    ...usual,
    client: 'oidc-client-ts',
    cause: 'other',
    truth: 'The page’s authority has a path at which the server has no discovery document.',
    play: async (stage) => {
      const { a } = await serveTenants(stage);
      await mayFail(stage, async () => logInWithOidcClientTs(stage, `${a}/tenant`, () => {}));
    },
  },
  {
    ...usual,
    cause: 'other',
    truth: 'The server refuses the grant for a reason of its own.',
    play: async (stage) => {
      const { a } = await serveTenants(stage, {
        extraTokenClaims: () => {
          throw new errors.CustomOIDCProviderError('account_locked', 'The account is locked until Monday.');
        },
      });
      await logIn(stage, { issuer: a, clientId: 'web' });
    },
  },
];
