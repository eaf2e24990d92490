import { entraErrors } from './entra-errors.ts';
import { entraFixes } from './entra.ts';
import { codesLive } from './facts.ts';
import type { Provider } from './provider.ts';

/** Microsoft Entra External ID: a tenant's name or GUID is the first host label, and the issuer always has the GUID. */
export const entraExternalId: Provider = {
  id: 'entra-external-id',
  name: 'Microsoft Entra External ID',
  documentation: {
    title: 'Microsoft Entra External ID',
    url: 'https://learn.microsoft.com/en-us/entra/external-id/customers/',
  },
  console: 'Entra admin centre → App registrations → the application',
  hosts: [/^[a-z0-9-]{1,63}\.ciamlogin\.com$/],
  paths: [],
  tenants: [{ url: /^https:\/\/(?<name>[a-z0-9-]{1,63})\.ciamlogin\.com(?:[:/?#]|$)/i, key: '{name:lc}' }],
  codeLifetime: codesLive(600, {
    title: 'Microsoft identity platform: authorization code flow',
    url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  }),
  refreshTokens: { idleDays: 90, rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: 'localhost', addsSlash: true },
  clientAuthentication: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  errors: entraErrors,
  fixes: entraFixes,
};
