import { setTimeout as pause } from 'node:timers/promises';
import * as client from 'openid-client';
import { configure, logIn, mayFail, type Login, type Redeeming } from '../log-in.ts';
import { serveNodeOAuth } from '../node-oauth.ts';
import { plainSecret } from '../node-oauth-model.ts';
import type { ProofCase } from '../proof-case.ts';
import type { Stage } from '../stage.ts';

const usual = { server: '@node-oauth/oauth2-server', client: 'openid-client' } as const;

type Change = Partial<Login> & {
  readonly lives?: Parameters<typeof serveNodeOAuth>[1];
  /** What is done with the refresh token after the login, as which client. */
  readonly afterwards?: (config: client.Configuration, token: string) => Promise<unknown>;
  readonly afterwardsAs?: string;
};

const login =
  ({ lives, afterwards, afterwardsAs, ...change }: Change) =>
  async (stage: Stage): Promise<void> => {
    const server = await serveNodeOAuth(stage, lives);
    const made: Login = {
      issuer: server.issuer,
      server,
      clientId: 'web',
      ...(change.clientId === 'spa' ? {} : { authentication: client.ClientSecretBasic(plainSecret) }),
      ...change,
      asks: { scope: 'profile', ...change.asks },
    };
    const { tokens } = await logIn(stage, made);
    const config = await configure(stage, { ...made, clientId: afterwardsAs ?? made.clientId });
    if (afterwards !== undefined)
      await mayFail(stage, async () => afterwards(config, tokens?.refresh_token ?? ''));
  };

const redeems =
  (change: (form: Record<string, string>) => Record<string, string>, grant = 'authorization_code') =>
  async ({ config, callback, checks }: Redeeming) =>
    client.genericGrantRequest(
      config,
      grant,
      change({
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: callback.origin + callback.pathname,
        code_verifier: checks.pkceCodeVerifier ?? '',
      }),
    );

const without = (name: string) => (form: Record<string, string>) =>
  Object.fromEntries(Object.entries(form).filter(([each]) => each !== name));

const withoutPkce = { code_challenge: undefined, code_challenge_method: undefined };

/** A second server, with other words: it says less of clients and more of codes. */
export const nodeOAuthCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: undefined,
    truth: 'A back end with PKCE and its secret in the header.',
    play: login({}),
  },
  {
    ...usual,
    cause: undefined,
    truth: 'A page with PKCE and no secret.',
    play: login({ clientId: 'spa', inPage: true }),
  },
  {
    ...usual,
    cause: undefined,
    truth: 'A login, then its refresh token is used and rotated.',
    play: login({ afterwards: async (config, token) => client.refreshTokenGrant(config, token) }),
  },
  {
    ...usual,
    cause: 'client_unknown',
    truth: 'The authorization endpoint does not know the client.',
    play: login({ clientId: 'nobody' }),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    truth: 'The redirect_uri has a trailing slash that is not registered.',
    play: async (stage) => login({ asks: { redirect_uri: `${stage.app}/callback/` } })(stage),
  },
  {
    ...usual,
    cause: 'request_malformed',
    truth: 'The authorization request has no state, which this server demands.',
    play: login({ asks: { state: undefined } }),
  },
  {
    ...usual,
    cause: 'client_secret_wrong',
    undecidable: true,
    truth: 'The secret in the header is another one.',
    play: login({ authentication: client.ClientSecretBasic(`${plainSecret}0`) }),
  },
  {
    ...usual,
    cause: 'client_unknown',
    undecidable: true,
    truth: 'The token endpoint does not know the client.',
    play: async (stage) => {
      const server = await serveNodeOAuth(stage);
      const authentication = client.ClientSecretBasic(plainSecret);
      const config = await configure(stage, {
        issuer: server.issuer,
        server,
        clientId: 'nobody',
        authentication,
      });
      return mayFail(stage, async () => client.clientCredentialsGrant(config));
    },
  },
  {
    ...usual,
    cause: 'client_secret_missing',
    truth: 'A back end without PKCE forgets its secret.',
    play: login({
      authentication: client.None(),
      asks: withoutPkce,
      redeem: redeems(without('code_verifier')),
    }),
  },
  {
    ...usual,
    cause: 'grant_type_not_allowed',
    truth: 'The client may not renew its tokens.',
    play: login({
      clientId: 'once',
      afterwards: async (config, token) => client.refreshTokenGrant(config, token),
    }),
  },
  {
    ...usual,
    cause: 'grant_type_unsupported',
    truth: 'The client uses a grant that the server does not have.',
    play: login({ redeem: redeems((form) => form, 'urn:ietf:params:oauth:grant-type:token-exchange') }),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has the redirect_uri with 127.0.0.1 for localhost.',
    play: login({
      redeem: redeems((form) => ({
        ...form,
        redirect_uri: (form['redirect_uri'] ?? '').replace('localhost', '127.0.0.1'),
      })),
    }),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has no redirect_uri.',
    play: login({ redeem: redeems(without('redirect_uri')) }),
  },
  {
    ...usual,
    cause: 'code_expired',
    truth: 'The back end redeems the code after its lifetime of a second.',
    play: login({ lives: { code: 1 }, waits: 1500 }),
  },
  {
    ...usual,
    cause: 'code_reused',
    truth: 'The back end redeems the code twice.',
    play: login({
      redeem: async (redeeming) => {
        await redeems((form) => form)(redeeming);
        return redeems((form) => form)(redeeming);
      },
    }),
  },
  {
    ...usual,
    cause: 'code_unknown',
    truth: 'The code loses its last four characters.',
    play: login({ redeem: redeems((form) => ({ ...form, code: (form['code'] ?? '').slice(0, -4) })) }),
  },
  {
    ...usual,
    cause: 'code_other_client',
    truth: 'Another confidential client redeems the code.',
    play: async (stage) =>
      login({
        redeem: async (redeeming) => {
          const server = redeeming.config.serverMetadata();
          const config = await configure(stage, {
            issuer: server.issuer,
            server,
            clientId: 'other',
            authentication: client.ClientSecretBasic(plainSecret),
          });
          return redeems((form) => form)({ ...redeeming, config });
        },
      })(stage),
  },
  {
    ...usual,
    cause: 'pkce_verifier_mismatch',
    truth: 'The page sends the verifier of another login.',
    play: login({
      clientId: 'spa',
      inPage: true,
      redeem: redeems((form) => ({ ...form, code_verifier: client.randomPKCECodeVerifier() })),
    }),
  },
  {
    ...usual,
    cause: 'pkce_verifier_missing',
    truth: 'The back end forgot the verifier.',
    play: login({ redeem: redeems(without('code_verifier')) }),
  },
  {
    ...usual,
    cause: 'pkce_verifier_unexpected',
    truth: 'The back end sends a verifier without a challenge before it.',
    play: login({
      asks: withoutPkce,
      redeem: redeems((form) => ({ ...form, code_verifier: client.randomPKCECodeVerifier() })),
    }),
  },
  {
    ...usual,
    cause: 'refresh_token_expired',
    truth: 'The refresh token is used after its lifetime of a second.',
    play: login({
      lives: { refresh: 1 },
      afterwards: async (config, token) => {
        await pause(1500);
        return client.refreshTokenGrant(config, token);
      },
    }),
  },
  {
    ...usual,
    cause: 'refresh_token_other_client',
    truth: 'Another client uses the refresh token.',
    play: login({
      afterwardsAs: 'other',
      afterwards: async (config, token) => client.refreshTokenGrant(config, token),
    }),
  },
];
