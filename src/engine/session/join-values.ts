import type { Exchange } from '../http/exchange.ts';
import { parseParameters } from '../http/parameters.ts';
import { urlParts } from '../http/url.ts';

/** Values that the messages of one login share, and those of two logins do not. */
const joining: ReadonlySet<string> = new Set([
  'state',
  'code',
  'request_uri',
  'device_code',
  'refresh_token',
]);

/** What joins an exchange to others of its login, as far as can be told without reading answers: `state=…`, `code=…`. */
export function joinValuesOf(exchange: Exchange): readonly string[] {
  const { url, redirectTarget, requestBody } = exchange;
  const values = new Set<string>();
  for (const text of [...partsOf(url), ...partsOf(redirectTarget), requestBody?.text ?? '']) {
    for (const { name, value } of parseParameters(text)) {
      if (joining.has(name) && value !== '') values.add(`${name}=${value}`);
    }
  }
  return [...values];
}

/** Do both say the same where joining values stand? */
export function hasSameTexts(one: Exchange, other: Exchange): boolean {
  return (
    one.url === other.url &&
    one.redirectTarget === other.redirectTarget &&
    one.requestBody?.text === other.requestBody?.text
  );
}

/** Did this exchange fail, as a step of a login does: by its status, by the network, or with an error in a redirect? */
export function isFailure(exchange: Exchange): boolean {
  const { url, redirectTarget, status, networkError, kind, method } = exchange;
  if (hasError(url) || (redirectTarget !== undefined && hasError(redirectTarget))) return true;
  const isRefused = (status ?? 0) >= 400;
  if (kind === 'navigation' || kind === 'frame') return isRefused;
  // A page that asks, and asks again, whether it is signed in is refused without any login.
  return method !== 'GET' && (isRefused || networkError !== undefined);
}

function hasError(url: string): boolean {
  // Asked at each event of a request, of which next to none has the word.
  return url.includes('error=') && partsOf(url).some((text) => /(?:^|&)error=/u.test(text));
}

function partsOf(url: string | undefined): readonly string[] {
  if (url === undefined) return [];
  const { query, fragment } = urlParts(url);
  return [query ?? '', fragment ?? ''];
}
