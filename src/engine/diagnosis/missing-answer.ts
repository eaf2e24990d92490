// What kept an answer away: Fetch standard (CORS protocol), the browsers' network errors.
import type { Evidence } from '../http/evidence.ts';
import { isCancelled, type Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { blockedByPolicy } from '../http/observed-answer.ts';
import { allowsOrigin } from '../http/origin-check.ts';
import { originOf } from '../http/url.ts';

/** Browser errors that name the network itself; the general ones are also used for blocked answers. */
const networkErrors =
  /NAME_NOT_RESOLVED|CONNECTION|CERT|SSL|TIMED_OUT|ADDRESS|INTERNET|PROXY|TUNNEL|UNKNOWN_HOST|BLOCKED_BY_(?:CLIENT|ADMINISTRATOR)|HTTP2_PROTOCOL|NET_(?:RESET|TIMEOUT|INTERRUPT)|EMPTY_RESPONSE|ERROR_CONNECTION/;

const localNetwork = {
  words: 'it is in the local network, which a page may call only where the user allowed it',
  fix: 'Allow the page the local network in the browser’s site settings, or open app and server in one network.',
} as const;

/** Why a request has no readable answer. */
export interface MissingAnswer {
  /**
   * - `network`: no answer arrived, by the browser's own words or because nothing else can have stopped it;
   * - `blocked`: the answer, or the preflight's, does not allow the page to read it;
   * - `either`: a call to another origin failed and nothing tells which of the two it was;
   * - `policy`: the page's own Content Security Policy stopped the call;
   * - `cancelled`: the page or the user gave up.
   */
  readonly kind: 'network' | 'blocked' | 'either' | 'policy' | 'cancelled';
  /** True when the browser or the answer says so. */
  readonly isProven: boolean;
  readonly at: Evidence;
  /** How the answer forbids it, to follow a colon. */
  readonly words: string | undefined;
  /** What to change, when it is not the server’s permission. */
  readonly fix?: string;
}

/** Reads why an exchange has no readable answer; undefined when it has one. */
export function missingAnswer(
  exchange: Exchange,
  preflights: readonly Exchange[],
): MissingAnswer | undefined {
  const { networkError } = exchange;
  if (networkError === undefined) return undefined;
  const at: Evidence = { exchange: exchange.id, part: 'network_error', name: '' };
  if (networkError === blockedByPolicy) return { kind: 'policy', isProven: true, at, words: undefined };
  if (networkErrors.test(networkError)) return { kind: 'network', isProven: true, at, words: undefined };
  // Chromium asks the user before a page of the internet may call the local network.
  if (/(?:LOCAL|PRIVATE)_NETWORK_ACCESS/.test(networkError))
    return { kind: 'blocked', isProven: true, at, ...localNetwork };
  if (isCancelled(networkError)) return { kind: 'cancelled', isProven: true, at, words: undefined };
  const origin = callerOf(exchange);
  if (exchange.kind !== 'fetch' || origin === undefined || origin === originOf(exchange.url))
    return { kind: 'network', isProven: false, at, words: undefined };
  const refusal = refusedPreflight(exchange, preflights, origin) ?? withheld(exchange, origin);
  if (refusal === undefined) return { kind: 'either', isProven: false, at, words: undefined };
  return { kind: 'blocked', isProven: true, ...refusal };
}

/** The origin of the page that called, as the browser or the request says. */
function callerOf(exchange: Exchange): string | undefined {
  const named = headerValue(exchange.requestHeaders, 'origin') ?? exchange.initiator;
  return named === undefined || named === 'null' ? undefined : originOf(named);
}

type Refusal = Pick<MissingAnswer, 'at' | 'words'>;

/** A preflight that was answered and did not allow the call. */
function refusedPreflight(
  exchange: Exchange,
  preflights: readonly Exchange[],
  origin: string,
): Refusal | undefined {
  const preflight = preflights.findLast(({ startedAt }) => startedAt <= exchange.startedAt);
  if (preflight?.status === undefined || !preflight.known.responseHeaders) return undefined;
  if (preflight.status >= 300) {
    return {
      at: { exchange: preflight.id, part: 'status', name: '' },
      words: `it answered the preflight with ${preflight.status}`,
    };
  }
  return unlisted(preflight, origin) ?? headersNotAllowed(preflight);
}

/** An answer that arrived and did not allow the page to read it. */
function withheld(exchange: Exchange, origin: string): Refusal | undefined {
  const { status, known, responseHeaders } = exchange;
  if (status === undefined || !known.responseHeaders || responseHeaders.length === 0) return undefined;
  const refusal = unlisted(exchange, origin);
  if (refusal === undefined || status < 400) return refusal;
  return { ...refusal, words: `${refusal.words}, and its status ${status} says that it was an error` };
}

function unlisted({ id, responseHeaders }: Exchange, origin: string): Refusal | undefined {
  if (allowsOrigin({ responseHeaders }, origin)) return undefined;
  const allowed = headerValue(responseHeaders, 'access-control-allow-origin');
  return {
    at: { exchange: id, part: 'response_header', name: 'access-control-allow-origin' },
    words: allowed === undefined ? `it allows no other origin` : `it allows ${allowed} and not ${origin}`,
  };
}

/** What the call wanted to send and the answer does not list (Fetch standard, CORS-preflight fetch). */
function headersNotAllowed({ id, requestHeaders, responseHeaders }: Exchange): Refusal | undefined {
  const asked = words(headerValue(requestHeaders, 'access-control-request-headers'));
  const allowed = words(headerValue(responseHeaders, 'access-control-allow-headers'));
  const missing = asked.find(
    (name) => !allowed.includes(name) && (name === 'authorization' || !allowed.includes('*')),
  );
  if (missing === undefined) return undefined;
  return {
    at: { exchange: id, part: 'response_header', name: 'access-control-allow-headers' },
    words: `it does not allow the header “${missing}”`,
  };
}

function words(list: string | undefined): readonly string[] {
  return (list ?? '')
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
}
