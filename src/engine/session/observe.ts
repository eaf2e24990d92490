import { fromObservedAnswer, isSameRequest, withObservedAnswer } from '../http/from-observed-answer.ts';
import { mayBeOAuthText } from '../http/may-be-oauth-body.ts';
import { mayBeOAuthUrl } from '../http/may-be-oauth.ts';
import type { ObservedAnswer } from '../http/observed-answer.ts';
import type { SessionRecord } from './record.ts';

/** Two channels date the start of one request by their own clocks, at different stages of it; milliseconds. */
export const apart = 2_000;

/**
 * The record of the request that was observed: the nearest in time that this channel has not observed yet, so that two
 * equal requests stay two; or the one of the browser's own id, from a channel that has it. 'known' when there is nothing
 * to do: the observation, or all it could belong to, is in the log.
 */
export function findObserved(
  sameUrl: readonly SessionRecord[],
  answer: ObservedAnswer,
): SessionRecord | 'known' | undefined {
  const { id, channel } = answer;
  if (sameUrl.some(({ observations }) => observations[channel] === id)) return 'known';
  if (answer.request !== undefined) {
    // One request's hops to one address, as a server that asks for a retry makes, differ in time.
    return (
      sameUrl.find(
        ({ request, exchange }) => request === answer.request && exchange.startedAt === answer.startedAt,
      ) ?? 'known'
    );
  }
  const candidates = sameUrl.filter(
    ({ exchange }) =>
      isSameRequest(exchange, answer) && Math.abs(exchange.startedAt - answer.startedAt) <= apart,
  );
  const free = candidates.filter(({ observations }) => observations[channel] === undefined);
  const distance = ({ exchange }: SessionRecord): number => Math.abs(exchange.startedAt - answer.startedAt);
  const [first, ...others] = free;
  if (first === undefined) return candidates.length > 0 ? 'known' : undefined;
  return others.reduce((best, each) => (distance(each) < distance(best) ? each : best), first);
}

/** The record with what was observed. */
export function withObservation(record: SessionRecord, answer: ObservedAnswer): SessionRecord {
  return {
    ...record,
    observations: { ...record.observations, [answer.channel]: answer.id },
    exchange: withObservedAnswer(record.exchange, answer),
  };
}

/** The record of a request that webRequest did not see; undefined when it is none of ours, or may be another one's. */
export function fromObservation(
  answer: ObservedAnswer,
  number: number,
  { run }: { readonly run: string },
): SessionRecord | undefined {
  if (answer.redirected === true) return undefined;
  if (!mayBeOAuthUrl(answer.url) && !mayBeOAuthText(answer.requestBody ?? '')) return undefined;
  return {
    number,
    request: undefined,
    hop: 0,
    ended: true,
    related: true,
    failed: false,
    observations: { [answer.channel]: answer.id },
    exchange: fromObservedAnswer(`${run}.${answer.id}`, answer),
  };
}
