// What kept an answer away: Fetch standard (CORS), the browsers' network errors.
import type { Evidence } from '../../http/evidence.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { originOf } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { answerProof } from '../proofs.ts';
import type { Suspicion } from '../suspicion.ts';

/** Browser errors that name the network itself; the general ones are also used for blocked answers. */
const networkErrors =
  /NAME_NOT_RESOLVED|CONNECTION|CERT|SSL|TIMED_OUT|ADDRESS|INTERNET|PROXY|UNKNOWN_HOST|NET_(?:RESET|TIMEOUT|INTERRUPT)|EMPTY_RESPONSE|ERROR_CONNECTION/;

/** Why a request without a readable answer has none; empty when it has one. */
export function noAnswerSuspicions(
  { exchange }: Message,
  preflights: readonly Exchange[],
): readonly Suspicion[] {
  const { networkError } = exchange;
  if (networkError === undefined) return [];
  const failed: Evidence = { exchange: exchange.id, part: 'network_error', name: '' };
  const network = (weight: number): Suspicion => ({
    cause: 'network_failure',
    weight,
    evidence: [failed],
    proof: answerProof(['browser', failed]),
  });
  if (networkErrors.test(networkError)) return [network(0.95)];
  const origin = callerOf(exchange);
  if (exchange.kind !== 'fetch' || origin === undefined || origin === originOf(exchange.url))
    return [network(0.8)];
  const refusal = refusedPreflight(exchange, preflights, origin) ?? withheld(exchange, origin);
  if (refusal !== undefined) return [corsBlocked(0.97, refusal)];
  return [corsBlocked(0.7, failed), network(0.3)];
}

function corsBlocked(weight: number, at: Evidence): Suspicion {
  return { cause: 'cors_blocked', weight, evidence: [at], proof: answerProof(['browser', at]) };
}

/** The origin of the page that called, as the browser or the request says. */
function callerOf(exchange: Exchange): string | undefined {
  const named = headerValue(exchange.requestHeaders, 'origin') ?? exchange.initiator;
  return named === undefined || named === 'null' ? undefined : originOf(named);
}

/** A preflight that was answered and did not allow the call. */
function refusedPreflight(
  exchange: Exchange,
  preflights: readonly Exchange[],
  origin: string,
): Evidence | undefined {
  const preflight = preflights.findLast(({ startedAt }) => startedAt <= exchange.startedAt);
  if (preflight?.status === undefined || !preflight.known.responseHeaders) return undefined;
  const refused = preflight.status >= 300 || !allows(preflight, origin);
  return refused
    ? { exchange: preflight.id, part: 'response_header', name: 'access-control-allow-origin' }
    : undefined;
}

/** An answer that arrived and did not allow the page to read it. */
function withheld(exchange: Exchange, origin: string): Evidence | undefined {
  if (
    exchange.status === undefined ||
    !exchange.known.responseHeaders ||
    exchange.responseHeaders.length === 0
  )
    return undefined;
  if (allows(exchange, origin)) return undefined;
  return { exchange: exchange.id, part: 'response_header', name: 'access-control-allow-origin' };
}

function allows({ responseHeaders }: Exchange, origin: string): boolean {
  const allowed = headerValue(responseHeaders, 'access-control-allow-origin');
  return allowed === '*' || (allowed !== undefined && originOf(allowed) === origin);
}
