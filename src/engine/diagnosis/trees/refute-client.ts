import type { CauseId } from '../../oauth/causes.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import type { ClientCall } from '../client-call.ts';
import { isKnownClient, lastSuccess } from '../client-refusal.ts';
import type { Materials } from '../materials.ts';
import type { Suspicion } from '../suspicion.ts';

/** Suspicions against the client, each less likely by what speaks against it. */
export function refuteClientCauses(
  suspicions: readonly Suspicion[],
  call: ClientCall,
  materials: Materials,
): readonly Suspicion[] {
  const factors = refutersOf(call, materials);
  return suspicions.map((suspicion) => {
    const weight = factors.reduce(
      (product, [cause, factor, least]) =>
        cause === suspicion.cause && suspicion.weight < least ? product * factor : product,
      suspicion.weight,
    );
    return weight === suspicion.weight ? suspicion : { ...suspicion, weight };
  });
}

/** What speaks against a cause, unless the server itself names the cause with at least a given weight. */
type Refuter = readonly [cause: CauseId, factor: number, unlessSaid: number];

/** A text that leaves no other reading, such as one on a client that was disabled. */
const plain = 0.9;

function refutersOf(call: ClientCall, materials: Materials): readonly Refuter[] {
  const { methods, secret } = call.authentication;
  const found: Refuter[] = [];
  if (isKnownClient(call, materials)) found.push(['client_unknown', 0.1, plain]);
  // The request has credentials: that none arrived is one reading of the server's words at most.
  if (methods.length > 0)
    found.push(['client_secret_missing', methods[0] === 'client_secret_basic' ? 0.7 : 0.3, 1]);
  const before = lastSuccess(call, materials.surroundings)?.authentication;
  if (before !== undefined) found.push(['client_unknown', 0.1, plain]);
  if (before !== undefined && secret !== undefined && before.secret === secret)
    found.push(['client_secret_wrong', 0.05, 1]);
  // What was accepted once was registered then, and what the user says is registered is.
  if (
    methods[0] !== undefined &&
    (before?.methods[0] === methods[0] || materials.registration.method === methods[0])
  )
    found.push(['client_auth_method_wrong', 0.1, plain], ['public_client_sent_secret', 0.1, plain]);
  if (before?.methods.length === 0)
    found.push(['client_secret_wrong', 0.1, 1], ['client_secret_expired', 0.1, 1]);
  if (isRetriedWithAnotherSecret(call, materials)) found.push(['client_secret_wrong', 0.3, 1]);
  return found;
}

/** Another secret and the same answer: the secret was not the only fault. */
function isRetriedWithAnotherSecret(call: ClientCall, { surroundings }: Materials): boolean {
  const earlier = surroundings.callBefore(call, () => true)?.request;
  if (earlier?.authentication.secret === undefined || call.authentication.secret === undefined) return false;
  return (
    earlier.answer === 'error' &&
    earlier.error?.code === call.error?.code &&
    earlier.error?.description === call.error?.description &&
    earlier.authentication.methods.join() === call.authentication.methods.join() &&
    sameValue(earlier.authentication.secret, call.authentication.secret) === false
  );
}
