import type { Flow } from '../flow/flow.ts';
import { asksForValue } from '../oauth/expected-answers.ts';
import type { TokenRequest } from '../oauth/message.ts';
import { overlaps } from './attempts.ts';
import { isServerTrouble } from './refusal.ts';

/** Redemptions of one code at one endpoint, as they count: recorders' duplicates and what was not judged yet left out. */
export function attemptsWith(
  code: string,
  one: TokenRequest,
  all: readonly TokenRequest[],
): readonly TokenRequest[] {
  return withoutDuplicates(all).filter(
    (each) => each.params.get('code') === code && each.endpoint === one.endpoint && !asksForValue(each.error),
  );
}

/** Recorders list one request twice when a service worker passes it on: same start, and one of them without an answer. */
function withoutDuplicates(redemptions: readonly TokenRequest[]): readonly TokenRequest[] {
  return redemptions.filter(
    (each) =>
      each.answer !== 'unknown' ||
      !redemptions.some(
        (other) => other !== each && Math.abs(other.exchange.startedAt - each.exchange.startedAt) <= 5,
      ),
  );
}

/** Started so close after another that no person was between: within two seconds. */
const atOnce = 2000;

/**
 * Whether two requests were made by one event: their times overlap, or the second follows at once although the first
 * had worked and the callback was not loaded again in between. A retry that waits for a refusal is none.
 */
export function isConcurrent(earlier: TokenRequest, later: TokenRequest, { landings }: Flow): boolean {
  if (overlaps(earlier, later)) return true;
  const [one, other] = [earlier.exchange, later.exchange];
  const isReloaded = landings.some(
    ({ exchange }) => exchange.startedAt > one.startedAt && exchange.startedAt < other.startedAt,
  );
  return (
    !isReloaded &&
    earlier.answer === 'success' &&
    one.source === other.source &&
    other.startedAt - one.startedAt < atOnce
  );
}

/** True when nobody can tell whether the server took the code. */
export function isBlind({ answer, exchange, error }: TokenRequest): boolean {
  return answer === 'no_answer' || isServerTrouble(exchange.status, error?.description);
}
