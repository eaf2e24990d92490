import { setTimeout as pause } from 'node:timers/promises';
import * as client from 'openid-client';
import { configure, logIn, mayFail, type LoggedIn } from '../log-in.ts';
import { secret, serveTenants, type Tenants } from '../oidc-servers.ts';
import type { ProofCase } from '../proof-case.ts';
import type { Stage } from '../stage.ts';

const usual = { server: 'oidc-provider', client: 'openid-client' } as const;

/** What is there once a login gave a refresh token. */
interface Renewable extends LoggedIn {
  readonly tenants: Tenants;
  readonly token: string;
}

/** A login, then what the case does with its refresh token. */
const renewing =
  (use: (stage: Stage, login: Renewable) => Promise<unknown>, clientId = 'web') =>
  async (stage: Stage): Promise<void> => {
    const tenants = await serveTenants(stage);
    const inPage = clientId.startsWith('spa');
    const login = await logIn(stage, { issuer: tenants.a, clientId, inPage });
    await mayFail(stage, async () =>
      use(stage, { ...login, tenants, token: login.tokens?.refresh_token ?? '' }),
    );
  };

const renewTwice = async (_: Stage, { config, token }: Renewable): Promise<void> => {
  await client.refreshTokenGrant(config, token);
  await client.refreshTokenGrant(config, token);
};

/** What can go wrong when tokens are renewed. */
export const refreshCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: 'refresh_token_reused',
    truth: 'The back end uses a rotated refresh token again.',
    play: renewing(renewTwice),
  },
  {
    ...usual,
    cause: 'refresh_token_reused',
    truth: 'The page uses a rotated refresh token again.',
    play: renewing(renewTwice, 'spa'),
  },
  {
    ...usual,
    cause: 'refresh_token_reused',
    truth: 'After a reuse that ended the family, the newest refresh token is refused as well.',
    play: renewing(async (stage, { config, token }) => {
      const renewed = await client.refreshTokenGrant(config, token);
      await mayFail(stage, async () => client.refreshTokenGrant(config, token));
      await client.refreshTokenGrant(config, renewed.refresh_token ?? '');
    }),
  },
  {
    ...usual,
    cause: 'refresh_token_revoked',
    truth: 'The refresh token was revoked by the app before.',
    play: renewing(async (_, { config, token }) => {
      await client.tokenRevocation(config, token, { token_type_hint: 'refresh_token' });
      await client.refreshTokenGrant(config, token);
    }),
  },
  {
    ...usual,
    cause: 'refresh_token_expired',
    undecidable: true,
    truth: 'The refresh token is used after its lifetime.',
    play: renewing(async (_, { config, token }) => {
      await pause(2200);
      await client.refreshTokenGrant(config, token);
    }, 'web-short-refresh'),
  },
  {
    ...usual,
    cause: 'refresh_token_other_client',
    truth: 'Another client uses the refresh token.',
    play: renewing(async (stage, { tenants, token }) => {
      const config = await configure(stage, { issuer: tenants.a, clientId: 'web-2' });
      await client.refreshTokenGrant(config, token);
    }),
  },
  {
    ...usual,
    cause: 'tenant_mismatch',
    truth: 'The refresh token of one tenant is used at another.',
    play: renewing(async (stage, { tenants, token }) => {
      const config = await configure(stage, { issuer: tenants.b, clientId: 'web' });
      await client.refreshTokenGrant(config, token);
    }),
  },
  {
    ...usual,
    cause: 'refresh_scope_exceeds_grant',
    truth: 'The refresh asks for a scope that was not granted.',
    play: renewing(async (_, { config, token }) =>
      client.refreshTokenGrant(config, token, { scope: 'openid profile read' }),
    ),
  },
  {
    ...usual,
    cause: 'grant_revoked',
    undecidable: true,
    truth: 'An administrator takes the consent back before the refresh.',
    play: renewing(async (_, { config, token, tenants: { providers } }) => {
      const stored = await providers[0]?.RefreshToken.find(token);
      const grant = await providers[0]?.Grant.find(stored?.grantId ?? '');
      await grant?.destroy();
      await client.refreshTokenGrant(config, token);
    }),
  },
  {
    ...usual,
    cause: 'client_secret_wrong',
    truth: 'The secret is another one at the refresh than at the login.',
    play: renewing(async (stage, { tenants, token }) => {
      const authentication = client.ClientSecretBasic(`${secret}!`);
      const config = await configure(stage, { issuer: tenants.a, clientId: 'web', authentication });
      await client.refreshTokenGrant(config, token);
    }),
  },
];
