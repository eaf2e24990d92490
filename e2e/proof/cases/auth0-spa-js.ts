import { loginWithAuth0 } from '../auth0-spa-js.ts';
import { api } from '../oidc-servers.ts';
import type { ProofCase } from '../proof-case.ts';

const usual = { server: 'oidc-provider', client: 'auth0-spa-js' } as const;

const changesCode = (change: (code: string) => string) =>
  loginWithAuth0({
    change: ({ searchParams }) => searchParams.set('code', change(searchParams.get('code') ?? '')),
  });

/** Logins of a page with Auth0’s library. */
export const auth0Cases: readonly ProofCase[] = [
  {
    ...usual,
    cause: undefined,
    truth: 'A page with PKCE, nonce and the library’s own state.',
    play: loginWithAuth0({}),
  },
  {
    ...usual,
    cause: undefined,
    truth: 'The page renews its tokens with a refresh token.',
    play: loginWithAuth0({ afterwards: async (library) => library.getTokenSilently({ cacheMode: 'off' }) }),
  },
  {
    ...usual,
    cause: 'client_unknown',
    truth: 'The library is given a client_id that the server does not know.',
    play: loginWithAuth0({ clientId: 'spa-typo' }),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    truth: 'The library is given a redirect_uri that is not registered.',
    play: loginWithAuth0({ asks: { redirect_uri: 'http://localhost:3000/' } }),
  },
  {
    ...usual,
    cause: 'access_denied',
    truth: 'The person does not allow what the library asks for.',
    play: loginWithAuth0({ person: { answer: 'deny' } }),
  },
  {
    ...usual,
    cause: 'scope_invalid',
    truth: 'The library asks for a scope that its client may not have.',
    play: loginWithAuth0({ clientId: 'web-scope' }),
  },
  {
    ...usual,
    cause: 'resource_invalid',
    truth: 'The library asks for an API that the server does not know.',
    play: loginWithAuth0({ asks: { resource: `${api}:unknown` } }),
  },
  {
    ...usual,
    cause: 'code_unknown',
    truth: 'The app cuts the code off before the library gets it.',
    play: changesCode((code) => code.slice(0, 20)),
  },
  {
    ...usual,
    cause: 'client_secret_missing',
    truth: 'The library, which has no secret, is given the client_id of a confidential client.',
    play: loginWithAuth0({ clientId: 'web' }),
  },
];
