import Provider, { errors } from 'oidc-provider';
import { jwtBearer, samlBearer } from './grant-clients.ts';
import type { IdentityProvider } from './identity-provider.ts';

/** Has a server give tokens for the assertions of an identity provider (RFC 7521 §4.1). */
export function registerAssertionGrants(provider: Provider, trusted: IdentityProvider): void {
  const register = (grant: string, read: (assertion: string) => Promise<string | undefined>): void =>
    provider.registerGrantType(
      grant,
      async (context) => {
        const { client, params } = context.oidc;
        const assertion = params?.['assertion'];
        if (client === undefined || typeof assertion !== 'string')
          throw new errors.InvalidRequest('missing assertion');
        const accountId = await read(assertion);
        if (accountId === undefined) throw new errors.InvalidGrant('the assertion is not valid');
        const owned = new provider.Grant({ accountId, clientId: client.clientId });
        owned.addOIDCScope('orders');
        const grantId = await owned.save();
        const token = new provider.AccessToken({ accountId, client, grantId, gty: grant, scope: 'orders' });
        context.body = {
          access_token: await token.save(),
          token_type: 'Bearer',
          expires_in: token.expiration,
          scope: 'orders',
        };
      },
      ['assertion', 'scope'],
    );
  register(jwtBearer, async (assertion) => trusted.readJwt(assertion, provider.issuer));
  register(samlBearer, async (assertion) => trusted.readSaml(assertion, `${provider.issuer}/token`));
}
