import * as client from 'openid-client';
import { login, loginInPage, type Change } from '../change-login.ts';
import { configure, logIn, type Redeeming } from '../log-in.ts';
import { serveTenants } from '../oidc-servers.ts';
import type { ProofCase } from '../proof-case.ts';
import type { Stage } from '../stage.ts';

/** The callback with one of its parameters, or its path, changed before the library sees it. */
const redeemsAt =
  (change: (url: URL) => void) =>
  async ({ config, callback, checks }: Redeeming) => {
    const changed = new URL(callback);
    change(changed);
    return client.authorizationCodeGrant(config, changed, checks);
  };

const changesCode = (change: (code: string) => string) =>
  redeemsAt(({ searchParams }) => searchParams.set('code', change(searchParams.get('code') ?? '')));

const twice = async ({ config, callback, checks }: Redeeming): Promise<client.TokenEndpointResponse> => {
  await client.authorizationCodeGrant(config, callback, checks);
  return client.authorizationCodeGrant(config, callback, checks);
};

/** The code that one client got at tenant A is redeemed by what the case says. */
const elsewhere =
  (change: Change, by: { readonly tenant: 'a' | 'b'; readonly clientId: string }) =>
  async (stage: Stage): Promise<void> => {
    const tenants = await serveTenants(stage);
    const issuer = tenants[by.tenant];
    await logIn(stage, {
      issuer: tenants.a,
      clientId: 'web',
      ...change,
      redeem: async ({ callback, checks }) => {
        const mixed = new URL(callback);
        // An app that mixes tenants up does not check who answered.
        mixed.searchParams.set('iss', issuer);
        const config = await configure(stage, { ...change, issuer, clientId: by.clientId });
        return client.authorizationCodeGrant(config, mixed, checks);
      },
    });
  };

const usual = { server: 'oidc-provider', client: 'openid-client' } as const;

/** What can go wrong with the code itself. */
export const codeCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: 'code_expired',
    truth: 'The back end redeems the code a second after its lifetime.',
    play: login({ clientId: 'web-short-code', waits: 2200 }),
  },
  {
    ...usual,
    cause: 'code_reused',
    truth: 'The back end redeems the code twice.',
    play: login({ redeem: twice }),
  },
  {
    ...usual,
    cause: 'code_reused',
    truth: 'The page redeems the code twice.',
    play: loginInPage({ redeem: twice }),
  },
  {
    ...usual,
    cause: 'code_reused',
    truth: 'The callback is loaded again after the login.',
    play: async (stage) => {
      const { callback } = await login({})(stage);
      await stage.agent.go(callback?.href ?? '', {});
    },
  },
  {
    ...usual,
    cause: 'code_unknown',
    truth: 'The code loses its last four characters.',
    play: login({ redeem: changesCode((code) => code.slice(0, -4)) }),
  },
  {
    ...usual,
    cause: 'code_unknown',
    truth: 'One character of the code is changed.',
    play: login({ redeem: changesCode((code) => `${code.slice(0, -1)}${code.endsWith('x') ? 'y' : 'x'}`) }),
  },
  {
    ...usual,
    cause: 'code_unknown',
    truth: 'The code is made lower case.',
    play: loginInPage({ redeem: changesCode((code) => code.toLowerCase()) }),
  },
  {
    ...usual,
    cause: 'code_unknown',
    truth: 'White space is left at the end of the code.',
    play: login({ redeem: changesCode((code) => `${code}\n`) }),
  },
  {
    ...usual,
    cause: 'code_other_client',
    truth: 'Another confidential client redeems the code.',
    play: elsewhere({}, { tenant: 'a', clientId: 'web-2' }),
  },
  {
    ...usual,
    cause: 'code_other_client',
    truth: 'Another public client redeems the code in its page.',
    play: elsewhere({ clientId: 'spa', inPage: true }, { tenant: 'a', clientId: 'spa-2' }),
  },
  {
    ...usual,
    cause: 'tenant_mismatch',
    truth: 'The back end redeems the code of one tenant at another.',
    play: elsewhere({}, { tenant: 'b', clientId: 'web' }),
  },
  {
    ...usual,
    cause: 'tenant_mismatch',
    truth: 'The page redeems the code of one tenant at another.',
    play: elsewhere({ clientId: 'spa', inPage: true }, { tenant: 'b', clientId: 'spa' }),
  },
  {
    ...usual,
    cause: 'request_malformed',
    truth: 'The token request has no code.',
    play: login({
      redeem: async ({ config, callback }) =>
        client.genericGrantRequest(config, 'authorization_code', {
          redirect_uri: callback.origin + callback.pathname,
        }),
    }),
  },
  {
    ...usual,
    cause: 'grant_revoked',
    undecidable: true,
    truth: 'An administrator takes the consent back before the code is redeemed.',
    play: async (stage) => {
      const { a, providers } = await serveTenants(stage);
      await logIn(stage, {
        issuer: a,
        clientId: 'web',
        redeem: async ({ config, callback, checks }) => {
          const code = await providers[0]?.AuthorizationCode.find(callback.searchParams.get('code') ?? '');
          const grant = await providers[0]?.Grant.find(code?.grantId ?? '');
          await grant?.destroy();
          return client.authorizationCodeGrant(config, callback, checks);
        },
      });
    },
  },
];
