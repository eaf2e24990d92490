import { showsCookies, type Body, type Header } from '../../engine/http/exchange.ts';
import { urlParts } from '../../engine/http/url.ts';
import type { RedactedExchange } from '../../engine/trace/redact-exchange.ts';

/** A request and its answer as they read on the wire; says where something was not captured. */
export function toHttp(exchange: RedactedExchange): { readonly request: string; readonly answer: string } {
  const { host, port, path, query, fragment } = urlParts(exchange.url);
  const target = `${path || '/'}${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`;
  const hostLine = `Host: ${host}${port === undefined ? '' : `:${port}`}`;
  const headers = exchange.requestHeaders.filter(({ name }) => name.toLowerCase() !== 'host');
  const first =
    exchange.networkError ?? (exchange.status === undefined ? 'No answer yet' : `HTTP ${exchange.status}`);
  return {
    request: [
      `${exchange.method} ${target}`,
      hostLine,
      ...headerLines(headers, showsCookies(exchange)),
      ...bodyLines(exchange.requestBody, exchange.known.requestBody),
    ].join('\n'),
    answer: [
      first,
      ...headerLines(
        exchange.responseHeaders,
        exchange.known.responseHeaders || exchange.status === undefined,
      ),
      ...bodyLines(
        exchange.responseBody,
        exchange.known.responseBody || exchange.redirectTarget !== undefined,
      ),
    ].join('\n'),
  };
}

function headerLines(headers: readonly Header[], known: boolean): readonly string[] {
  const lines = headers.map(({ name, value }) => `${name}: ${value}`);
  return known ? lines : [...lines, '(headers not captured completely)'];
}

function bodyLines(body: Body | undefined, known: boolean): readonly string[] {
  if (body === undefined) return known ? [] : ['', '(body not captured)'];
  const cut = body.cutFrom === undefined ? [] : [`(cut; ${body.cutFrom} bytes in all)`];
  return body.text === '' ? [] : ['', body.text, ...cut];
}
