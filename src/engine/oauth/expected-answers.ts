import type { OAuthError } from './error.ts';

/** Answers that steer a client and are no failure (RFC 8628 §3.5, RFC 9449 §8, RFC 7009 §2.2.1). */
const steering = new Set(['authorization_pending', 'slow_down', 'use_dpop_nonce', 'unsupported_token_type']);

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
