import * as client from 'openid-client';
import { job, login, redeems, redeemsAs } from '../glewlwyd-login.ts';
import type { ProofCase } from '../proof-case.ts';

const usual = { server: 'Glewlwyd', client: 'openid-client' } as const;

const asIs = (form: Record<string, string>): Record<string, string> => form;

/** A server in C with codes of its own, and often no words at all. */
export const glewlwydCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: undefined,
    truth: 'A back end with PKCE and its secret in the header.',
    play: login({}),
  },
  { ...usual, cause: undefined, truth: 'A job gets a token of its own.', play: job('openid') },
  {
    ...usual,
    cause: undefined,
    truth: 'A login, then its refresh token is used and rotated.',
    play: login({
      afterwards: async ({ config, tokens }) => client.refreshTokenGrant(config, tokens?.refresh_token ?? ''),
    }),
  },
  {
    ...usual,
    cause: 'client_unknown',
    undecidable: true,
    truth: 'The authorization endpoint does not know the client.',
    play: login({ isUnknown: true }),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    undecidable: true,
    truth: 'The redirect_uri has a trailing slash that is not registered.',
    play: async (stage) => login({ asks: { redirect_uri: `${stage.app}/callback/` } })(stage),
  },
  {
    ...usual,
    cause: 'scope_invalid',
    truth: 'The login asks for a scope that the person does not have.',
    play: login({ asks: { scope: 'admin' } }),
  },
  {
    ...usual,
    cause: 'request_malformed',
    truth: 'The authorization request has no nonce, which this server demands.',
    play: login({ asks: { nonce: undefined } }),
  },
  {
    ...usual,
    cause: 'interaction_required',
    expected: true,
    truth: 'prompt=none without a session.',
    play: login({ isSilent: true, asks: { prompt: 'none' } }),
  },
  {
    ...usual,
    cause: 'client_secret_wrong',
    undecidable: true,
    truth: 'The secret in the header is another one.',
    play: login({ authentication: client.ClientSecretBasic('another') }),
  },
  {
    ...usual,
    cause: 'client_secret_missing',
    truth: 'The back end sends no secret.',
    play: login({ authentication: client.None() }),
  },
  {
    ...usual,
    cause: 'scope_invalid',
    truth: 'A job asks for a scope that its client may not have.',
    play: job('nonsense'),
  },
  {
    ...usual,
    cause: 'redirect_uri_mismatch_at_token',
    truth: 'The token request has a trailing slash on the redirect_uri.',
    play: login({ redeem: redeems((form) => ({ ...form, redirect_uri: `${form['redirect_uri']}/` })) }),
  },
  {
    ...usual,
    cause: 'code_unknown',
    truth: 'The code loses its last four characters.',
    play: login({ redeem: redeems((form) => ({ ...form, code: (form['code'] ?? '').slice(0, -4) })) }),
  },
  {
    ...usual,
    cause: 'code_reused',
    truth: 'The back end redeems the code twice.',
    play: login({
      redeem: async (redeeming) => {
        await redeems(asIs)(redeeming);
        return redeems(asIs)(redeeming);
      },
    }),
  },
  {
    ...usual,
    cause: 'code_expired',
    undecidable: true,
    truth: 'The back end redeems the code after its lifetime of a second.',
    play: login({ plugin: 'brief', waits: 3200 }),
  },
  {
    ...usual,
    cause: 'code_other_client',
    truth: 'Another confidential client redeems the code.',
    play: async (stage) => login({ redeem: redeemsAs(stage, 'other', 'oidc') })(stage),
  },
  {
    ...usual,
    cause: 'tenant_mismatch',
    truth: 'The back end redeems the code of one plugin at another.',
    play: async (stage) => login({ redeem: redeemsAs(stage, 'web', 'other') })(stage),
  },
  {
    ...usual,
    cause: 'pkce_verifier_mismatch',
    truth: 'The back end sends the verifier of another login.',
    play: login({
      redeem: redeems((form) => ({ ...form, code_verifier: client.randomPKCECodeVerifier() })),
    }),
  },
  {
    ...usual,
    cause: 'pkce_verifier_missing',
    truth: 'The back end forgot the verifier.',
    play: login({ redeem: redeems(({ code = '', redirect_uri = '' }) => ({ code, redirect_uri })) }),
  },
  {
    ...usual,
    cause: 'refresh_token_reused',
    truth: 'The back end uses a rotated refresh token again.',
    play: login({
      afterwards: async ({ config, tokens }) => {
        await client.refreshTokenGrant(config, tokens?.refresh_token ?? '');
        await client.refreshTokenGrant(config, tokens?.refresh_token ?? '');
      },
    }),
  },
];
