import type { Failure } from '../../flow/failure.ts';
import type { Materials } from '../materials.ts';
import { clientCallOf } from '../client-call.ts';
import { isClientRefused, isServerTrouble } from '../refusal.ts';
import type { RuleResult } from '../run-rules.ts';
import type { Suspicion } from '../suspicion.ts';
import { codeSuspicions } from './by-code.ts';
import { wordsProof } from './hints.ts';
import { invalidClientSuspicions } from './invalid-client.ts';
import { invalidGrantSuspicions } from './invalid-grant.ts';
import { heldOtherwise } from './contradicted.ts';
import { callbackSuspicions } from './callback.ts';
import { refuteClientCauses } from './refute-client.ts';
import { wordlessRefusal } from './wordless-refusal.ts';

/** Causes that end the search: nothing was judged, and the request is not to blame. */
const away = ['cors_blocked', 'network_failure'];
const trouble = ['server_error', 'rate_limited'];

/** Every reason to suspect a cause of a failure. */
export function suspicionsOf(
  failure: Failure,
  materials: Materials,
  results: readonly RuleResult[],
): readonly Suspicion[] {
  const { message, error } = failure;
  const byRules = results
    .flatMap(({ result }) =>
      result.outcome === 'fail' && result.suspicion !== undefined ? [result.suspicion] : [],
    )
    // Only the app judges an ID token.
    .filter(({ cause }) => cause !== 'id_token_invalid' || failure.place === 'callback');
  const { networkError, status } = message.exchange;
  if (networkError !== undefined)
    return byRules.filter(({ cause }) =>
      failure.place === 'discovery' && (status ?? 0) >= 400 ? cause === 'other' : away.includes(cause),
    );
  if (failure.place === 'callback') return callbackSuspicions(failure, materials, byRules);
  if (isServerTrouble(message.exchange.status, error?.description))
    return byRules.filter(({ cause }) => trouble.includes(cause));
  const call = clientCallOf(message);
  const said = heldOtherwise(materials.said, materials, results);
  const found = [
    ...byRules.map((suspicion) => inTheServersWords(suspicion, said)),
    ...(call === undefined ? said : refuteClientCauses(said, call, materials)),
    // A server that is known to say more with a code than the standard does is taken at its own word.
    ...(materials.said.length > 0 ? [] : codeSuspicions(failure)),
    ...byErrorTree(failure, materials),
  ];
  if (found.length > 0 || (message.kind === 'unread_token_call' && error === undefined)) return found;
  const wordless = wordlessRefusal(failure);
  return wordless.length > 0 ? wordless : [inItsOwnWords(failure)];
}

/** A rule that names the cause of a known text, and no more, says what that text says of it. */
function inTheServersWords(suspicion: Suspicion, said: readonly Suspicion[]): Suspicion {
  const words = said.find(({ cause }) => cause === suspicion.cause);
  return words === undefined || suspicion.sentence !== undefined
    ? suspicion
    : { ...words, ...suspicion, ...(words.fix === undefined ? {} : { fix: words.fix }) };
}

function byErrorTree({ message, error }: Failure, materials: Materials): readonly Suspicion[] {
  const call = clientCallOf(message);
  if (call !== undefined && isClientRefused(call)) return invalidClientSuspicions(call, materials);
  if (message.kind !== 'token_request') return [];
  const { status = 0 } = message.exchange;
  // Glewlwyd refuses a person without a word.
  const isBare = error?.sent === undefined && status >= 400 && status < 404;
  const isGrantRefused = error?.code === 'invalid_grant' || (isBare && message.grantType === 'password');
  return isGrantRefused ? invalidGrantSuspicions(message, materials) : [];
}

/** The server names a cause that is in no table: its words are the best there is. */
function inItsOwnWords(failure: Failure): Suspicion {
  const { error, message } = failure;
  const words = (error?.description ?? error?.sent ?? '').slice(0, 200).trim();
  return {
    cause: 'other',
    weight: 0.5,
    evidence: [error?.at ?? { exchange: message.exchange.id, part: 'status', name: '' }],
    proof: wordsProof(failure),
    ...(words === '' ? {} : { sentence: `The server says: “${words}”` }),
  };
}
