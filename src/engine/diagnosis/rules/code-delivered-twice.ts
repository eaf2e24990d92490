import { rfc } from '../../oauth/source.ts';
import type { AuthorizationResponse } from '../../oauth/message.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const codeDeliveredTwice = defineRule({
  id: 'code-delivered-twice',
  title: 'The callback URL with the same code was loaded more than once',
  severity: 'warning',
  why: 'Each load redeems the code anew, and a code works once: a reload, the back button, a restored tab or a prefetch is enough.',
  fix: 'Answer the callback with a redirect (303) to a clean URL once it is done, make it safe to run twice, and keep it from being prefetched.',
  sources: [rfc(6749, '4.1.2'), rfc(9700, '4.3.1')],
  needs: ['landings', 'progress', 'flow'],
  check({ landings, progress, flow }) {
    const deliveries = landings.filter((landing, index) => !isContinued(landing, landings.slice(0, index)));
    const [first, second] = deliveries;
    if (first?.params.get('code') === undefined) return notApplicable;
    if (second === undefined) return pass;
    const evidence = [at(first, 'code'), at(second, 'code')] as const;
    const { failure } = progress;
    // A load that was given up, or failed, did no harm where the next one went on.
    const ended = deliveries.filter(({ exchange }) => exchange.networkError === undefined);
    if (failure === undefined) return ended.length < 2 ? pass : fail(evidence);
    const suspicion = {
      cause: 'code_reused',
      evidence,
      sentence: 'The callback was loaded twice with the same code, and a code works once.',
    } as const;
    if (failure.place === 'callback' && failure.message !== first)
      return fail(evidence, { severity: 'error', suspicion: { ...suspicion, weight: 0.85 } });
    const redemption = flow.redemptions.find((request) => request === failure.message);
    if (redemption === undefined || !isGrantRefused(redemption)) return fail(evidence);
    return fail(evidence, { severity: 'error', suspicion: { ...suspicion, weight: 0.5 } });
  },
});

/**
 * Part of an earlier delivery: a redirect carries it on, another URL passes it to the app’s own server, or a recorder
 * lists it twice, as a service worker’s request and the page’s.
 */
function isContinued(landing: AuthorizationResponse, earlier: readonly AuthorizationResponse[]): boolean {
  const [first] = earlier;
  if (first === undefined) return false;
  if (landing.endpoint !== first.endpoint || landing.mode !== first.mode) return true;
  const { exchange } = landing;
  return earlier.some(
    (other) =>
      other.exchange.redirectTarget === landing.target ||
      other.exchange === exchange ||
      (exchange.startedAt - other.exchange.startedAt <= 50 && exchange.kind !== other.exchange.kind) ||
      exchange.startedAt - other.exchange.startedAt <= 5,
  );
}
