import type { Exchange } from '../http/exchange.ts';
import { hostOf } from '../http/url.ts';
import type { Message } from '../oauth/message.ts';
import type { Authority } from '../providers/authority.ts';
import { countAttempts } from './attempts.ts';
import { callbackFailure } from './callback-answer.ts';
import type { Flow } from './flow.ts';
import { refusedOnTheWay } from './refused-on-the-way.ts';
import { actors, hasFailed, labelOf } from './step-words.ts';
import type { Step } from './vocabulary.ts';

/** Everything of a flow that is shown in order. */
export interface Timeline {
  readonly steps: readonly Step[];
  /** Every exchange, hops and preflights included, in order of time. */
  readonly exchanges: readonly Exchange[];
}

/**
 * The steps of a flow: repetitions of the authorization request and the delivery of an answer whose redirect was
 * seen are folded into what they repeat, hops inside the authorization server into the request that led there, and
 * requests that were only asked to come again into the one that did.
 */
export function timelineOf(
  flow: Flow,
  hops: readonly Exchange[],
  preflights: readonly Exchange[],
  authority: (endpoint: string) => Authority,
): Timeline {
  const exchanges = new Map<string, Exchange>();
  for (const { exchange } of flow.messages) exchanges.set(exchange.id, exchange);
  const { errorRoute = [] } = flow;
  for (const exchange of [...hops, ...preflights].concat(errorRoute)) exchanges.set(exchange.id, exchange);
  const attempts = countAttempts(flow.messages);
  const shown = flow.messages.filter((message) => attempts.has(message) && isStep(flow, message));
  const folded = foldedHops(flow, hops, shown);
  const isRefused = (message: Message): boolean =>
    message.kind === 'authorization_request' &&
    flow.authorizationResponse === undefined &&
    refusedOnTheWay(message, hops) !== undefined;
  const steps = shown.map((message) => ({
    ...stepOf(flow, message, authority),
    ...(isRefused(message) ? { failed: true } : {}),
    foldedHops: message.kind === 'authorization_request' ? folded : 0,
    attempts: attempts.get(message) ?? 1,
  }));
  return {
    steps,
    exchanges: [...exchanges.values()].sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1)),
  };
}

function isStep(flow: Flow, message: Message): boolean {
  if (message.kind === 'authorization_request')
    return message.exchange === flow.authorizationRequest?.exchange;
  if (message.kind !== 'authorization_response') return message.kind !== 'preflight';
  const first = flow.authorizationResponse;
  if (!flow.responses.includes(message)) return false;
  if (message === first || first === undefined) return true;
  if (message.phase === 'landing' && callbackFailure(message, flow) !== undefined) return true;
  const code = message.params.get('code');
  if (code === undefined || code !== first.params.get('code'))
    return message.phase === 'redirect' || code !== undefined;
  return message.phase === 'landing' && flow.landings.indexOf(message) > 0;
}

function stepOf(
  flow: Flow,
  message: Message,
  authority: (endpoint: string) => Authority,
): Omit<Step, 'attempts' | 'foldedHops'> {
  const { exchange } = message;
  const { from, to } = actors(message);
  const endpoint =
    message.kind === 'authorization_response'
      ? (flow.authorizationRequest?.endpoint ?? exchange.url)
      : message.endpoint;
  return {
    exchange: exchange.id,
    message: message.kind,
    label: labelOf(flow, message),
    from,
    to,
    at:
      message.kind === 'authorization_response' && message.phase === 'redirect'
        ? (exchange.respondedAt ?? exchange.startedAt)
        : exchange.startedAt,
    status: exchange.status,
    failed: hasFailed(flow, message),
    authority: authority(endpoint),
  };
}

/** Hops between the request and its answer that stay on the server's own host and are no steps themselves. */
function foldedHops(flow: Flow, hops: readonly Exchange[], shown: readonly Message[]): number {
  const host = hostOf(flow.authorizationRequest?.endpoint ?? '');
  const ids = new Set(shown.map(({ exchange }) => exchange.id));
  return hops.filter((hop) => !ids.has(hop.id) && hostOf(hop.url) === host).length;
}
