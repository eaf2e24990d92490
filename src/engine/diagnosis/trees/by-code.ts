import type { Failure } from '../../flow/failure.ts';
import type { CauseId } from '../../oauth/causes.ts';
import type { Suspicion } from '../suspicion.ts';
import { isClientRefused } from '../refusal.ts';
import { wordsProof } from './hints.ts';

/** Codes that name their cause outright, and how far they can be taken at their word. */
const causes: ReadonlyMap<string, readonly [cause: CauseId, weight: number]> = new Map<
  string,
  readonly [CauseId, number]
>([
  ['access_denied', ['access_denied', 0.97]],
  ['login_required', ['login_required', 0.97]],
  ['consent_required', ['consent_required', 0.97]],
  ['interaction_required', ['interaction_required', 0.97]],
  ['account_selection_required', ['interaction_required', 0.95]],
  ['invalid_scope', ['scope_invalid', 0.95]],
  ['invalid_target', ['resource_invalid', 0.95]],
  ['unsupported_grant_type', ['grant_type_unsupported', 0.95]],
  ['unsupported_response_type', ['grant_type_not_allowed', 0.9]],
  ['unauthorized_client', ['grant_type_not_allowed', 0.8]],
  ['invalid_redirect_uri', ['redirect_uri_not_registered', 0.95]],
  ['redirect_uri_mismatch', ['redirect_uri_not_registered', 0.97]],
  ['invalid_request_uri', ['par_request_uri_invalid', 0.95]],
  ['invalid_request_object', ['request_object_invalid', 0.95]],
  ['invalid_dpop_proof', ['dpop_invalid', 0.95]],
  ['expired_token', ['device_code_expired', 0.97]],
  ['invalid_token', ['access_token_invalid', 0.9]],
  ['insufficient_scope', ['insufficient_scope', 0.97]],
  ['slow_down', ['rate_limited', 0.9]],
  ['invalid_request', ['request_malformed', 0.5]],
]);

/** What the error code alone says. */
export function codeSuspicions(failure: Failure): readonly Suspicion[] {
  const code = failure.error?.code;
  const found = code === undefined ? undefined : causes.get(code);
  if (failure.error === undefined || found === undefined) return [];
  // With 401 some servers mean the client, which has a tree of its own.
  const { message } = failure;
  if (code === 'access_denied' && message.kind === 'token_request' && isClientRefused(message)) return [];
  const [cause, weight] = found;
  return [
    { cause: adapted(cause, failure), weight, evidence: [failure.error.at], proof: wordsProof(failure) },
  ];
}

/** The same code means another thing in another place. */
function adapted(cause: CauseId, { message, place }: Failure): CauseId {
  if (cause === 'access_denied' && message.kind === 'token_request') {
    return message.grantType.endsWith(':device_code') ? 'device_denied' : cause;
  }
  if (cause === 'redirect_uri_not_registered' && place === 'token_endpoint')
    return 'redirect_uri_mismatch_at_token';
  if (cause === 'redirect_uri_not_registered' && place === 'logout')
    return 'post_logout_redirect_uri_not_registered';
  if (place === 'registration' && cause === 'redirect_uri_not_registered') return 'request_malformed';
  return cause;
}
