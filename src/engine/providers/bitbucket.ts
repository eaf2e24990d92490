import { atToken, oneTenant, secrets } from './facts.ts';
import type { Provider } from './provider.ts';

/** Bitbucket Cloud. */
export const bitbucket: Provider = {
  id: 'bitbucket',
  name: 'Bitbucket',
  documentation: {
    title: 'Bitbucket Cloud: use OAuth',
    url: 'https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/',
  },
  console: 'Bitbucket → Workspace settings → OAuth consumers → the consumer',
  hosts: [/^(?:api\.)?bitbucket\.org$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { rotation: 'never' },
  redirectMatching: { rule: 'path below', anyPort: 'none' },
  clientAuthentication: secrets,
  errors: [atToken(/code[^.]{0,30}(?:invalid|not valid|expired|not found)/, 'code_unknown', 0.4)],
  fixes: {
    client_unknown: 'Compare client_id with OAuth consumers → the consumer → Key.',
    client_secret_wrong: 'Compare the secret with OAuth consumers → the consumer → Secret.',
    redirect_uri_not_registered:
      'Put the URI, or a beginning of it, into OAuth consumers → the consumer → Callback URL.',
    grant_type_not_allowed: 'Tick “This is a private consumer” for client credentials.',
  },
};
