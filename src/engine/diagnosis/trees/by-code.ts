import type { Failure } from '../../flow/failure.ts';
import type { CauseId } from '../../oauth/causes.ts';
import { errorCode } from '../../oauth/error-codes.ts';
import type { Suspicion } from '../suspicion.ts';
import { clientCallOf } from '../client-call.ts';
import { isClientRefused } from '../refusal.ts';
import { wordsProof } from './hints.ts';

type Meant = readonly [cause: CauseId, weight: number, saysMore?: boolean];

/** Codes that name their cause outright, how far they can be taken at their word, and whether they say more than the cause. */
const causes: ReadonlyMap<string, Meant> = new Map<string, Meant>([
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
  ['request_not_supported', ['request_object_invalid', 0.95, true]],
  ['request_uri_not_supported', ['request_object_invalid', 0.95, true]],
  ['registration_not_supported', ['request_malformed', 0.95, true]],
  // What is wrong with it, a rule may tell.
  ['invalid_authorization_details', ['request_malformed', 0.8, true]],
  ['use_dpop_nonce', ['dpop_invalid', 0.8, true]],
  ['use_attestation_challenge', ['client_assertion_invalid', 0.8, true]],
  ['use_fresh_attestation', ['client_assertion_invalid', 0.95, true]],
  ['invalid_client_attestation', ['client_assertion_invalid', 0.95, true]],
  ['insufficient_user_authentication', ['interaction_required', 0.95, true]],
  ['transaction_failed', ['server_error', 0.8, true]],
  ['unknown_user_id', ['request_malformed', 0.95, true]],
  ['expired_login_hint_token', ['request_malformed', 0.95, true]],
  ['missing_user_code', ['request_malformed', 0.95, true]],
  ['invalid_user_code', ['request_malformed', 0.95, true]],
  ['invalid_binding_message', ['request_malformed', 0.95, true]],
]);

/** What the error code alone says. */
export function codeSuspicions(failure: Failure): readonly Suspicion[] {
  const code = failure.error?.code;
  const found = code === undefined ? undefined : causes.get(code);
  if (failure.error === undefined || found === undefined) return [];
  // With 401 some servers mean the client, which has a tree of its own.
  const call = clientCallOf(failure.message);
  if (code === 'access_denied' && call !== undefined && isClientRefused(call)) return [];
  const [cause, weight, saysMore] = found;
  const sentence = saysMore === true ? errorCode(code ?? '')?.meaning : undefined;
  return [
    {
      cause: adapted(cause, failure),
      weight,
      evidence: [failure.error.at],
      proof: wordsProof(failure),
      ...(sentence === undefined ? {} : { sentence }),
    },
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
