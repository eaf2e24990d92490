import type { OAuthError } from './error.ts';

/**
 * Answers by which a server gives a value of its own, and asks for the same request again with it signed: RFC 9449 §8,
 * draft-ietf-oauth-attestation-based-client-auth-08 §6.2.
 */
const askForValue = new Set(['use_dpop_nonce', 'use_attestation_challenge']);

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
