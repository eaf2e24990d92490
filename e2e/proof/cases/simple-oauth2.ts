import type { ProofCase } from '../proof-case.ts';
import { loginWithSimpleOAuth2 } from '../simple-oauth2.ts';

const usual = { server: '@node-oauth/oauth2-server', client: 'simple-oauth2' } as const;

/** Logins of a back end with a library that knows OAuth 2.0 only. */
export const simpleOAuth2Cases: readonly ProofCase[] = [
  {
    ...usual,
    cause: undefined,
    truth: 'A back end with its secret in the header.',
    play: loginWithSimpleOAuth2({}),
  },
  {
    ...usual,
    cause: undefined,
    truth: 'A back end with its secret in the body.',
    play: loginWithSimpleOAuth2({ options: { authorizationMethod: 'body' } }),
  },
  {
    ...usual,
    cause: undefined,
    truth: 'A back end renews its tokens twice.',
    play: loginWithSimpleOAuth2({ afterwards: async (tokens) => (await tokens.refresh()).refresh() }),
  },
  {
    ...usual,
    cause: 'client_secret_wrong',
    undecidable: true,
    truth: 'The library is given another secret.',
    play: loginWithSimpleOAuth2({ clientSecret: 'another' }),
  },
  {
    ...usual,
    cause: 'content_type_wrong',
    truth: 'The library is told to send JSON.',
    play: loginWithSimpleOAuth2({ options: { authorizationMethod: 'body', bodyFormat: 'json' } }),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The library is given another redirect_uri for the token request.',
    play: loginWithSimpleOAuth2({ redirectAtToken: (uri) => `${uri}/` }),
  },
  {
    ...usual,
    cause: 'access_denied',
    truth: 'The person presses Deny.',
    play: loginWithSimpleOAuth2({ person: { answer: 'deny' } }),
  },
  {
    ...usual,
    cause: 'scope_invalid',
    truth: 'The library asks for a scope that the server does not have.',
    play: loginWithSimpleOAuth2({ scope: 'profile admin' }),
  },
  {
    ...usual,
    cause: 'refresh_token_reused',
    truth: 'The back end renews twice from the tokens of the login.',
    play: loginWithSimpleOAuth2({
      afterwards: async (tokens) => {
        await tokens.refresh();
        await tokens.refresh();
      },
    }),
  },
  {
    ...usual,
    cause: 'refresh_scope_exceeds_grant',
    truth: 'The library asks for more when it renews.',
    play: loginWithSimpleOAuth2({
      afterwards: async (tokens) => tokens.refresh({ scope: ['profile', 'read'] }),
    }),
  },
];
