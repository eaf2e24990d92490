import * as client from 'openid-client';
import { login, loginInPage } from '../change-login.ts';
import type { Redeeming } from '../log-in.ts';
import type { ProofCase } from '../proof-case.ts';

const changesRedirect =
  (change: (redirectUri: string) => string) =>
  async ({ config, callback, checks }: Redeeming) =>
    client.genericGrantRequest(config, 'authorization_code', {
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: change(callback.origin + callback.pathname),
      code_verifier: checks.pkceCodeVerifier ?? '',
    });

const otherVerifier = async ({ config, callback, checks }: Redeeming) =>
  client.authorizationCodeGrant(config, callback, {
    ...checks,
    pkceCodeVerifier: client.randomPKCECodeVerifier(),
  });

const noVerifier = async ({ config, callback, checks: { expectedState = '' } }: Redeeming) =>
  client.authorizationCodeGrant(config, callback, { expectedState });

const withoutPkce = { code_challenge: undefined, code_challenge_method: undefined };

const usual = { server: 'oidc-provider', client: 'openid-client' } as const;

/** What has to be the same at both ends of a login. */
export const bindingCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has a trailing slash on the redirect_uri.',
    play: login({ redeem: changesRedirect((uri) => `${uri}/`) }),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has the redirect_uri with https.',
    play: login({ redeem: changesRedirect((uri) => uri.replace('http:', 'https:')) }),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has the redirect_uri with 127.0.0.1 for localhost.',
    play: loginInPage({ redeem: changesRedirect((uri) => uri.replace('localhost', '127.0.0.1')) }),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has the redirect_uri without its port.',
    play: login({ redeem: changesRedirect((uri) => uri.replace(/:\d+/u, '')) }),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has the redirect_uri in capitals.',
    play: login({ redeem: changesRedirect((uri) => uri.replace('callback', 'Callback')) }),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has a query on the redirect_uri.',
    play: login({ redeem: changesRedirect((uri) => `${uri}?from=login`) }),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has the redirect_uri encoded twice.',
    play: login({ redeem: changesRedirect((uri) => encodeURIComponent(uri)) }),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has no redirect_uri.',
    play: login({
      redeem: async ({ config, callback, checks }) =>
        client.genericGrantRequest(config, 'authorization_code', {
          code: callback.searchParams.get('code') ?? '',
          code_verifier: checks.pkceCodeVerifier ?? '',
        }),
    }),
  },
  {
    ...usual,
    cause: 'pkce_verifier_mismatch',
    truth: 'The page sends the verifier of another login.',
    play: loginInPage({ redeem: otherVerifier }),
  },
  {
    ...usual,
    cause: 'pkce_verifier_mismatch',
    truth: 'The back end sends the verifier of another login.',
    play: login({ redeem: otherVerifier }),
  },
  {
    ...usual,
    cause: 'pkce_verifier_mismatch',
    truth: 'The challenge is the verifier itself, and the method says S256.',
    play: login({ asks: { code_challenge: 'a'.repeat(43) } }),
  },
  {
    ...usual,
    cause: 'pkce_verifier_missing',
    truth: 'The back end forgot the verifier.',
    play: login({ redeem: noVerifier }),
  },
  {
    ...usual,
    cause: 'pkce_verifier_missing',
    truth: 'The page forgot the verifier.',
    play: loginInPage({ redeem: noVerifier }),
  },
  {
    ...usual,
    cause: 'pkce_verifier_unexpected',
    truth: 'The back end sends a verifier without a challenge before it.',
    play: login({ asks: withoutPkce, redeem: otherVerifier }),
  },
  {
    ...usual,
    cause: 'pkce_required',
    truth: 'A public client sends no challenge.',
    play: loginInPage({ asks: withoutPkce }),
  },
  {
    ...usual,
    cause: 'pkce_required',
    truth: 'A confidential client sends no challenge where the server demands one.',
    play: login({ clientId: 'web-pkce', asks: withoutPkce }),
  },
];
