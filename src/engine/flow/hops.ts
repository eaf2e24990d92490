import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { hostOf, withoutQuery } from '../http/url.ts';
import type { Message } from '../oauth/message.ts';
import type { Correlator } from './correlate.ts';
import { errorRouteAmong } from './error-route.ts';
import type { Flow } from './flow.ts';
import { tabOf, type Node } from './node.ts';
import { visit } from './repetition.ts';
import { createTimeIndex } from './time-index.ts';

/** Less than any two times differ by, milliseconds. */
export const instant = 0.001;
/** A preflight stands at most this long before its call, milliseconds. */
const ahead = 30_000;
/** An app goes on from its callback within this, milliseconds. */
const soon = 10_000;

/** Navigations and preflights: they carry no message of their own, and are told by where and when they stand. */
export interface Hops {
  /** Returns the flows' nodes that may now count this exchange among their hops. */
  ingest(exchange: Exchange): readonly Node[];
  remove(exchange: Exchange): readonly Node[];
  /** Navigations on the server's own host between a request and its answer. */
  navigationsOf(flow: Flow): readonly Exchange[];
  /** The app's own page for errors, where the browser went soon after the callback and before the next login. */
  errorRouteOf(flow: Omit<Flow, 'errorRoute' | 'mayBelongTo'>): Exchange | undefined;
  preflightsOf(flow: Flow): readonly Exchange[];
  /** Calls that may have to leave a preflight to this one. */
  rivalsOf(node: Node): readonly Node[];
  /** Navigations in the tab of an exchange within a time before it, in milliseconds. */
  navigationsBefore(exchange: Exchange, milliseconds: number): readonly Exchange[];
}

/** True for what may stand between messages: a navigation or a preflight. */
export function isHop({ kind, method }: Exchange): boolean {
  return kind === 'navigation' || kind === 'frame' || method === 'OPTIONS';
}

/** An empty index of hops that asks the correlator for requests. */
export function createHops(correlator: Correlator): Hops {
  const navigations = createTimeIndex<Exchange>();
  const preflights = createTimeIndex<Exchange>();

  function placeOf(exchange: Exchange) {
    const tab = isHop(exchange) ? tabOf(exchange) : undefined;
    if (tab === undefined) return undefined;
    if (exchange.method === 'OPTIONS')
      return { index: preflights, key: `${tab} ${withoutQuery(exchange.url)}` };
    return { index: navigations, key: tab };
  }

  function touched(exchange: Exchange): readonly Node[] {
    const tab = tabOf(exchange);
    if (exchange.method === 'OPTIONS') {
      if (tab === undefined) return [];
      return correlator.tabs.range(tab, exchange.startedAt - ahead, exchange.startedAt + ahead);
    }
    return lastRequests(correlator, exchange, exchange.startedAt);
  }

  function callsNear(tab: string, endpoint: string, from: number, to: number): readonly Node[] {
    return correlator.tabs
      .range(tab, from, to)
      .filter(({ message }) => isCall(message) && message.endpoint === endpoint);
  }

  /** The preflight of a call. Each belongs to one: where several calls follow several preflights, in their order. */
  function preflightOf({ exchange, endpoint }: Message): Exchange | undefined {
    const tab = tabOf(exchange);
    if (tab === undefined) return undefined;
    const [from, to] = [exchange.startedAt - ahead, exchange.startedAt + ahead];
    const asked = preflights.range(`${tab} ${endpoint}`, from, to);
    if (asked.length === 0) return undefined;
    const calls = [...new Set(callsNear(tab, endpoint, from, to).map(({ message }) => message.exchange))];
    const taken = new Set<Exchange>();
    for (const [index, call] of calls.entries()) {
      const free = asked.filter((preflight) => !taken.has(preflight) && announces(preflight, call));
      const next = asked.find(({ startedAt }) => startedAt > call.startedAt)?.startedAt ?? Infinity;
      const waiting = calls.slice(index).filter(({ startedAt }) => startedAt < next);
      const found = free[Math.max(0, free.length - waiting.length)];
      if (call === exchange) return found;
      if (found !== undefined) taken.add(found);
    }
    return undefined;
  }

  return {
    ingest(exchange) {
      const place = placeOf(exchange);
      if (place === undefined) return [];
      place.index.add(place.key, exchange.startedAt, exchange.id, exchange);
      return touched(exchange);
    },
    remove(exchange) {
      const place = placeOf(exchange);
      if (place === undefined) return [];
      place.index.remove(place.key, exchange.startedAt, exchange.id);
      return touched(exchange);
    },
    navigationsOf(flow) {
      const request = flow.authorizationRequest;
      const tab = request === undefined ? undefined : tabOf(request.exchange);
      if (request === undefined || tab === undefined) return [];
      const from = request.exchange.startedAt;
      const host = hostOf(request.endpoint);
      const end = Math.min(
        flow.authorizationResponse?.exchange.startedAt ?? Infinity,
        nextRequest(correlator, tab, flow),
        from + visit,
      );
      return navigations
        .range(tab, from, end)
        .filter(
          (hop) =>
            hop.id !== request.exchange.id &&
            hop.frame === request.exchange.frame &&
            hostOf(hop.url) === host,
        );
    },
    errorRouteOf(flow) {
      const landing = flow.landings.at(-1)?.exchange;
      const request = flow.authorizationRequest?.exchange;
      const tab = landing === undefined ? undefined : tabOf(landing);
      if (landing === undefined || request === undefined || tab === undefined) return undefined;
      // What follows a redemption that the page made is another matter.
      if (flow.unreadCalls.length > 0 || flow.redemptions.some(({ exchange }) => exchange.tab !== undefined))
        return undefined;
      if (tab !== tabOf(request) || landing.frame !== request.frame) return undefined;
      const end = (landing.endedAt ?? landing.startedAt) + soon;
      const pages = navigations
        .range(tab, landing.startedAt + instant, Math.min(end, nextRequest(correlator, tab, flow)))
        .filter(({ frame }) => frame === landing.frame);
      return errorRouteAmong(pages, landing);
    },
    navigationsBefore(exchange, milliseconds) {
      const tab = tabOf(exchange);
      if (tab === undefined) return [];
      return navigations
        .range(tab, exchange.startedAt - milliseconds, exchange.startedAt)
        .filter(({ id }) => id !== exchange.id);
    },
    preflightsOf: (flow) =>
      flow.messages.flatMap((message) => (isCall(message) ? (preflightOf(message) ?? []) : [])),
    rivalsOf({ message, tab, startedAt }) {
      if (tab === undefined || !isCall(message)) return [];
      const [from, to] = [startedAt - ahead, startedAt + ahead];
      const hasAny = preflights.range(`${tab} ${message.endpoint}`, from - ahead, to + ahead).length > 0;
      return hasAny ? callsNear(tab, message.endpoint, from, to) : [];
    },
  };
}

/** What a script sends: no browser asks before it navigates. */
function isCall({ kind }: Message): boolean {
  return kind !== 'authorization_request' && kind !== 'authorization_response';
}

function announces({ startedAt, requestHeaders }: Exchange, call: Exchange): boolean {
  const method = headerValue(requestHeaders, 'access-control-request-method') ?? call.method;
  return startedAt <= call.startedAt && call.startedAt - startedAt <= ahead && method === call.method;
}

/** The latest authorization requests (several at one instant) at or before a time in the frame of an exchange. */
export function lastRequests({ tabs }: Correlator, exchange: Exchange, time: number): readonly Node[] {
  const tab = tabOf(exchange);
  if (tab === undefined) return [];
  const isRequest = (node: Node): boolean => isRequestIn(node, exchange.frame);
  const last = tabs.lastBefore(tab, time, isRequest);
  return last === undefined ? [] : tabs.range(tab, last.startedAt, last.startedAt).filter(isRequest);
}

function isRequestIn({ message }: Node, frame: number | undefined): boolean {
  return message.kind === 'authorization_request' && message.exchange.frame === frame;
}

/** Just before the next login starts in the frame. */
function nextRequest(
  correlator: Correlator,
  tab: string,
  flow: Pick<Flow, 'authorizationRequest' | 'messages'>,
): number {
  const { startedAt: from = 0, frame } = flow.authorizationRequest?.exchange ?? {};
  const next = correlator.tabs.firstFrom(
    tab,
    from + instant,
    from + visit,
    (node) => isRequestIn(node, frame) && !flow.messages.includes(node.message),
  );
  return next === undefined ? Infinity : next.startedAt - instant;
}
