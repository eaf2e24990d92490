import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';

/** The time a server's clock showed when it answered, Unix milliseconds; undefined for an answer out of a cache (RFC 9110 §6.6.1). */
export function serverTime({ responseHeaders }: Exchange): number | undefined {
  const date = headerValue(responseHeaders, 'date');
  if (date === undefined || Number(headerValue(responseHeaders, 'age') ?? 0) > 0) return undefined;
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : time;
}
