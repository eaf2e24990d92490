import * as client from 'openid-client';
import { login, loginInPage } from '../change-login.ts';
import { alice, configure, logIn, mayFail } from '../log-in.ts';
import { logInWithOidcClientTs } from '../oidc-client-ts.ts';
import { api, secret, serveTenants } from '../oidc-servers.ts';
import type { ProofCase } from '../proof-case.ts';
import { signingKey } from '../signing-key.ts';
import type { Stage } from '../stage.ts';

const usual = { server: 'oidc-provider', client: 'openid-client', cause: undefined } as const;
const library = { server: 'oidc-provider', client: 'oidc-client-ts' } as const;

const withLibrary =
  (change: (callback: URL) => void) =>
  async (stage: Stage): Promise<void> => {
    const { a } = await serveTenants(stage);
    await logInWithOidcClientTs(stage, a, change);
  };

const changesCode = (change: (code: string) => string) =>
  withLibrary(({ searchParams }) => searchParams.set('code', change(searchParams.get('code') ?? '')));

/** Logins that work, of many shapes: nothing may be found above info. */
export const cleanCases: readonly ProofCase[] = [
  { ...usual, truth: 'A back end with its secret in the Basic header.', play: login({}) },
  {
    ...usual,
    truth: 'A back end with its secret in the form.',
    play: login({ clientId: 'web-post', authentication: client.ClientSecretPost(secret) }),
  },
  {
    ...usual,
    truth: 'The secret is in the form although Basic is registered, which this server allows.',
    play: login({ authentication: client.ClientSecretPost(secret) }),
  },
  {
    ...usual,
    truth: 'A back end that signs its assertion with its secret.',
    play: login({ clientId: 'web-jwt', authentication: client.ClientSecretJwt(secret) }),
  },
  {
    ...usual,
    truth: 'A back end that signs its assertion with its key.',
    play: async (stage) => {
      const authentication = client.PrivateKeyJwt({ key: await signingKey(), kid: 'k' });
      return login({ clientId: 'web-key', authentication })(stage);
    },
  },
  { ...usual, truth: 'A page with PKCE.', play: loginInPage({}) },
  {
    ...usual,
    truth: 'A page with PKCE that reads userinfo.',
    play: async (stage) => {
      const { config, tokens } = await loginInPage({})(stage);
      return client.fetchUserInfo(config, tokens?.access_token ?? '', client.skipSubjectCheck);
    },
  },
  { ...usual, truth: 'A pushed request.', play: login({ clientId: 'web-par', pushed: true }) },
  {
    ...usual,
    truth: 'Tokens that are bound by DPoP.',
    play: async (stage) => {
      const { a } = await serveTenants(stage);
      const config = await configure(stage, { issuer: a, clientId: 'web-dpop' });
      const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair());
      return logIn(stage, { issuer: a, clientId: 'web-dpop', dpop: { DPoP } });
    },
  },
  {
    ...usual,
    truth: 'A refresh token is used and rotated three times.',
    play: async (stage) => {
      const { config, tokens } = await login({})(stage);
      let token = tokens?.refresh_token ?? '';
      for (let turn = 0; turn < 3; turn += 1)
        token = (await client.refreshTokenGrant(config, token)).refresh_token ?? '';
    },
  },
  {
    ...usual,
    truth: 'A login for an API by its resource indicator.',
    play: login({ asks: { resource: api, scope: 'openid read' } }),
  },
  {
    ...usual,
    truth: 'A job gets a token of its own.',
    play: async (stage) => {
      const { a } = await serveTenants(stage);
      const config = await configure(stage, { issuer: a, clientId: 'web' });
      return client.clientCredentialsGrant(config, { resource: api, scope: 'read' });
    },
  },
  {
    ...usual,
    truth: 'A second login while the session lasts.',
    play: async (stage) => {
      const { a } = await serveTenants(stage);
      await logIn(stage, { issuer: a, clientId: 'spa', inPage: true });
      return logIn(stage, { issuer: a, clientId: 'spa', inPage: true, asks: { prompt: 'none' } });
    },
  },
  {
    ...usual,
    truth: 'A login, then a logout that returns to a registered URI.',
    play: async (stage) => {
      const { config, tokens } = await login({})(stage);
      const url = client.buildEndSessionUrl(config, {
        id_token_hint: tokens?.id_token ?? '',
        post_logout_redirect_uri: `${stage.app}/goodbye`,
      });
      return stage.agent.go(url.href, alice);
    },
  },
  {
    ...usual,
    truth: 'A login, then its refresh token is revoked.',
    play: async (stage) => {
      const { config, tokens } = await login({})(stage);
      return mayFail(stage, async () => client.tokenRevocation(config, tokens?.refresh_token ?? ''));
    },
  },
  {
    ...library,
    cause: undefined,
    truth: 'A page with PKCE and the library’s own state.',
    play: withLibrary(() => undefined),
  },
  {
    ...library,
    cause: 'code_unknown',
    truth: 'The page’s router cuts the code off.',
    play: changesCode((code) => code.slice(0, 20)),
  },
  {
    ...library,
    cause: 'code_unknown',
    truth: 'The page decodes the code once too often.',
    play: changesCode((code) => code.replace(/[-_]/u, ' ').replace(/.$/u, ' ')),
  },
];
