// Which answers a page may read: Fetch standard, CORS check.
import type { Exchange } from './exchange.ts';
import { headerValue } from './headers.ts';
import { originOf } from './url.ts';

/** Our word, beside the browsers' own, for an answer that arrived and was kept from the page. */
export const keptFromPage = 'The answer does not allow the page to read it';

/** True when an answer allows pages of an origin to read it. */
export function allowsOrigin(
  { responseHeaders }: Pick<Exchange, 'responseHeaders'>,
  origin: string,
): boolean {
  const allowed = headerValue(responseHeaders, 'access-control-allow-origin');
  return allowed === '*' || (allowed !== undefined && originOf(allowed) === origin);
}

type Call = Pick<Exchange, 'kind' | 'url' | 'requestHeaders' | 'status' | 'responseHeaders' | 'known'>;

/**
 * True for a good answer that a browser must keep from the page that called. That a browser called, and for a page, its
 * own headers say; what embeds a browser may have switched the check off, and extensions ask from origins of their own.
 */
export function isKeptFromPage(call: Call): boolean {
  const { kind, url, requestHeaders, status = 0, responseHeaders, known } = call;
  if (kind !== 'fetch' || status < 200 || status >= 300) return false;
  if (!known.responseHeaders || responseHeaders.length === 0) return false;
  if (headerValue(requestHeaders, 'sec-fetch-mode') !== 'cors') return false;
  if (/\bElectron\//.test(headerValue(requestHeaders, 'user-agent') ?? '')) return false;
  const origin = originOf(headerValue(requestHeaders, 'origin') ?? '');
  return /^https?:/.test(origin) && origin !== originOf(url) && !allowsOrigin(call, origin);
}
