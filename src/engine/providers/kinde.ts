import { ory } from './ory.ts';
import { secretsOrNone } from './facts.ts';
import type { Provider } from './provider.ts';

/** Kinde: a sub-domain per business; the server is Ory Hydra. */
export const kinde: Provider = {
  id: 'kinde',
  name: 'Kinde',
  documentation: {
    title: 'Kinde: register and manage APIs',
    url: 'https://docs.kinde.com/developer-tools/your-apis/register-manage-apis/',
  },
  console: 'Kinde → Settings → Applications → the application → Details',
  hosts: [/^[a-z0-9-]{1,63}(?:\.(?:au|eu|us|uk))?\.kinde\.com$/],
  paths: [],
  tenants: [
    {
      url: /^https:\/\/(?<business>[a-z0-9-]{1,63}(?:\.(?:au|eu|us|uk))?)\.kinde\.com(?:[:/?#]|$)/i,
      key: '{business:lc}',
    },
  ],
  codeLifetime: undefined,
  refreshTokens: { rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: secretsOrNone,
  errors: ory.errors,
  fixes: {
    client_unknown: 'Compare client_id with Applications → the application → Details → App keys.',
    client_secret_wrong: 'Compare the secret with Applications → the application → Details → App keys.',
    redirect_uri_not_registered:
      'Add the exact URL under Applications → the application → Details → Allowed callback URLs.',
    post_logout_redirect_uri_not_registered:
      'Add the exact URL under Details → Allowed logout redirect URLs.',
  },
};
