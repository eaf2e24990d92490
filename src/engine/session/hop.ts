import {
  fromRequestStarted,
  isInternalRedirect,
  withAnswer,
  withCompletion,
  withFailure,
  withHeadersSent,
  withRedirect,
} from '../http/from-web-request.ts';
import type { Exchange } from '../http/exchange.ts';
import { withoutFragment } from '../http/url.ts';
import type { CaptureEvent } from './capture-event.ts';
import type { SessionRecord } from './record.ts';

/** What the conversion of events needs to know of its surroundings. */
export interface HopOptions {
  /** Unique to this run of the browser, whose request ids begin anew with each. */
  readonly run: string;
}

type Started = Extract<CaptureEvent, { readonly type: 'request_started' }>;
type Continuing = Exclude<CaptureEvent, { readonly type: 'request_started' | 'observed' | 'cleared' }>;

/** The record of a request that starts: the next hop of `previous`, or the same again when that got no answer. */
export function nextOf(
  previous: SessionRecord | undefined,
  { details, related }: Started,
  number: number,
  { run }: HopOptions,
): SessionRecord {
  // The browser itself asks again, e.g. over HTTPS: one request, not two.
  const isAgain =
    previous !== undefined &&
    previous.exchange.status === undefined &&
    withoutFragment(previous.exchange.url) === withoutFragment(details.url);
  const hop = previous === undefined ? 0 : isAgain ? previous.hop : previous.hop + 1;
  const exchange = fromRequestStarted(`${run}.${details.requestId}.${hop}`, details);
  return {
    number: isAgain ? previous.number : number,
    request: details.requestId,
    hop,
    ended: false,
    related: related || previous?.related === true,
    failed: previous?.failed === true,
    observations: {},
    exchange: previous === undefined ? exchange : withCarriedBody(exchange, previous.exchange),
  };
}

/** 307 and 308 repeat method and body (RFC 9110 §15.4.8), which the browser does not always report again. */
function withCarriedBody(exchange: Exchange, previous: Exchange): Exchange {
  const { status, method, requestBody } = previous;
  const repeats = status === undefined || status === 307 || status === 308;
  if (!repeats || method !== exchange.method || exchange.requestBody !== undefined) return exchange;
  return {
    ...exchange,
    requestBody,
    known: { ...exchange.known, requestBody: previous.known.requestBody },
  };
}

/** The record with what the event says of its latest hop. */
export function continued(record: SessionRecord, event: Continuing, number: number): SessionRecord {
  const { exchange } = record;
  // A hop that began while the background script was stopped has no record, and its answer is not this one's.
  if (isElsewhere(event, exchange.url))
    return { ...record, ended: event.type === 'completed' || event.type === 'failed' };
  switch (event.type) {
    case 'headers_sent':
      return { ...record, exchange: withHeadersSent(exchange, event.details) };
    case 'answer_received':
      return { ...record, exchange: withAnswer(exchange, event.details) };
    case 'redirected':
      return isInternalRedirect(exchange, event.details)
        ? { ...record, exchange: movedTo(exchange, event.details.redirectUrl) }
        : {
            ...record,
            // What is dropped first is decided by the number, so what turns out to be related gets a later one.
            number: event.related && !record.related ? number : record.number,
            related: record.related || event.related,
            exchange: withRedirect(exchange, event.details),
          };
    case 'completed':
      return { ...record, ended: true, exchange: withCompletion(exchange, event.details) };
    case 'failed':
      return { ...record, ended: true, exchange: withFailure(exchange, event.details) };
  }
}

function isElsewhere({ details }: Continuing, url: string): boolean {
  return details.url !== undefined && withoutFragment(details.url) !== withoutFragment(url);
}

/** Takes back an answer that no server gave; what it redirected to is the request's real address. */
function movedTo(exchange: Exchange, url: string): Exchange {
  return {
    ...exchange,
    url,
    status: undefined,
    responseHeaders: [],
    respondedAt: undefined,
    known: { ...exchange.known, responseHeaders: false, responseBody: false },
  };
}
