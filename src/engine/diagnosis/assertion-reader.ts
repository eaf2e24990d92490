import { clockTime } from '../http/clock-time.ts';
import type { Surroundings } from '../flow/surroundings.ts';
import { headerValue } from '../http/headers.ts';
import type { AssertionContext } from '../oauth/client-assertion.ts';
import type { TokenRequest } from '../oauth/message.ts';

/** Who reads an assertion, and when: the server's own clock where it tells it (RFC 9110 §6.6.1), else the recorder's. */
export function readerOf(
  { exchange, endpoint }: Pick<TokenRequest, 'exchange' | 'endpoint'>,
  { metadataAt }: Surroundings,
): Pick<AssertionContext, 'audiences' | 'now'> {
  const metadata = metadataAt(exchange.url);
  const date = Date.parse(headerValue(exchange.responseHeaders, 'date') ?? '');
  return {
    // Without the document the issuer is not known, and aud may be it.
    audiences: metadata === undefined ? [] : [metadata.issuer, endpoint, exchange.url],
    now: (Number.isNaN(date) ? clockTime(exchange.startedAt) : date) / 1000,
  };
}
