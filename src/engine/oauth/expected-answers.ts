import type { OAuthError } from './error.ts';

/**
 * Error codes by which a server asks for the same request again with a value of its own, the header that gives the value,
 * and the claim of which header brings it back: RFC 9449 §8, draft-ietf-oauth-attestation-based-client-auth-08 §6.2.
 */
export const askedValues = [
  { code: 'use_dpop_nonce', given: 'dpop-nonce', proof: 'dpop', claim: 'nonce' },
  {
    code: 'use_attestation_challenge',
    given: 'oauth-client-attestation-challenge',
    proof: 'oauth-client-attestation-pop',
    claim: 'challenge',
  },
] as const;

const askForValue = new Set<string>(askedValues.map(({ code }) => code));

/** Answers that steer a client and are no failure (RFC 8628 §3.5, RFC 7009 §2.2.1). */
const steering = new Set([...askForValue, 'authorization_pending', 'slow_down', 'unsupported_token_type']);

/** True for an answer to a request that the server has not judged yet, since it wants a value of its own in it first. */
export function asksForValue(error: OAuthError | undefined): boolean {
  return error?.code !== undefined && askForValue.has(error.code);
}

/** Answers that prompt=none asks for (OpenID Connect Core §3.1.2.6). */
const silent = new Set([
  'login_required',
  'consent_required',
  'interaction_required',
  'account_selection_required',
]);

/** True for an error answer that is legal and expected where it stands. */
export function isExpectedAnswer(error: OAuthError | undefined, prompt: string | undefined): boolean {
  if (error?.code === undefined) return false;
  return steering.has(error.code) || (silent.has(error.code) && prompt?.split(' ').includes('none') === true);
}
