import type { Body, Exchange, Header, Known, ResourceKind } from '../engine/http/exchange.ts';

/** The instant of `@0s`. */
export const traceStart = 1_800_000_000_000;

/**
 * Reads exchanges from text, one a line; blank lines and lines that start with `#` are skipped.
 *
 *     METHOD URL [Header: value] body -> status target-or-body [Header: value] options
 *
 * The request body is a form, or JSON. After `->` stands a status, `net::ERR_…` for a failed request, or `...` for
 * one without an answer yet; then the redirect target, JSON, or HTML. Options, at the end: `@2.5s` (time since the
 * start; otherwise 100 ms after the line before), `took=40ms`, `tab=2`, `tab=none`, `frame=3`, `kind=fetch`, `id=x`,
 * `source=backend`, `unknown=responseBody,fragment`. All else is known, in tab 1.
 */
export function fromTraceText(text: string): Exchange[] {
  let clock = -100;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, index) => {
      const { rest, options } = takeOptions(line);
      clock = options.has('@') ? Number(options.get('@')) * 1000 : clock + 100;
      return exchangeOf(rest, options, traceStart + clock, index + 1);
    });
}

type Options = ReadonlyMap<string, string>;

/** Cuts `name=value` and `@…s` words off the end of a line. */
function takeOptions(line: string): { readonly rest: string; readonly options: Options } {
  const options = new Map<string, string>();
  let rest = line;
  for (;;) {
    const match = /\s+(?:@([\d.]+)s|(took|tab|frame|kind|id|source|unknown)=(\S+))$/.exec(rest);
    if (match === null) return { rest, options };
    options.set(match[2] ?? '@', match[1] ?? match[3] ?? '');
    rest = rest.slice(0, match.index);
  }
}

function exchangeOf(rest: string, options: Options, startedAt: number, number: number): Exchange {
  const arrow = rest.indexOf(' -> ');
  if (arrow < 0) throw new Error(`No " -> " in the trace line "${rest}"`);
  const asked = takeHeaders(rest.slice(0, arrow).trim());
  const answered = takeHeaders(rest.slice(arrow + 4).trim());
  const [method = '', url = '', ...body] = asked.rest.split(/\s+/);
  const [result = '', ...answer] = answered.rest.split(' ');
  const content = answer.join(' ').trim();
  const status = /^\d+$/.test(result) ? Number(result) : undefined;
  const redirectTarget =
    status !== undefined && status >= 300 && status < 400 && content !== '' ? content : undefined;
  const took = Number.parseFloat(options.get('took') ?? '30');
  const requestText = body.join(' ');
  return {
    id: options.get('id') ?? `e${number}`,
    source: options.get('source') ?? 'trace.txt',
    tab: options.get('tab') === 'none' ? undefined : Number(options.get('tab') ?? 1),
    frame: options.get('tab') === 'none' ? undefined : Number(options.get('frame') ?? 0),
    initiator: undefined,
    kind: kindOf(options.get('kind'), method, url, requestText, asked.headers),
    method,
    url,
    requestHeaders: asked.headers,
    requestBody: requestText === '' ? undefined : bodyOf(requestText),
    status,
    responseHeaders:
      redirectTarget === undefined
        ? answered.headers
        : [...answered.headers, { name: 'Location', value: redirectTarget }],
    responseBody: status === undefined || redirectTarget !== undefined ? undefined : bodyOf(content),
    redirectTarget,
    startedAt,
    respondedAt: status === undefined ? undefined : startedAt + took * 0.9,
    endedAt: result === '...' ? undefined : startedAt + took,
    networkError: result.startsWith('net::') || result.startsWith('NS_') ? result : undefined,
    channels: ['file'],
    known: knownOf(options.get('unknown')),
  };
}

function takeHeaders(text: string): { readonly rest: string; readonly headers: readonly Header[] } {
  const headers: Header[] = [];
  const rest = text.replace(/\s\[([\w-]+): ([^\]]*)\]/g, (_, name: string, value: string) => {
    headers.push({ name, value });
    return '';
  });
  return { rest, headers };
}

function bodyOf(text: string): Body {
  return { text, mediaType: mediaTypeOf(text), fidelity: 'exact', cutFrom: undefined };
}

function mediaTypeOf(text: string): string {
  if (/^[{[]/.test(text)) return 'application/json';
  if (text.startsWith('<')) return 'text/html';
  return /^[\w.]+=/.test(text) ? 'application/x-www-form-urlencoded' : '';
}

const kinds: ReadonlyMap<string, ResourceKind> = new Map(
  (['navigation', 'frame', 'fetch', 'preflight', 'other'] as const).map((kind) => [kind, kind]),
);

function kindOf(
  named: string | undefined,
  method: string,
  url: string,
  body: string,
  headers: readonly Header[],
): ResourceKind {
  const kind = kinds.get(named ?? '');
  if (kind !== undefined) return kind;
  if (method === 'OPTIONS') return 'preflight';
  const calls =
    /\bgrant_type=|^\{/.test(body) || /\/(?:token|par|jwks|revoke|userinfo|device)\b|\.well-known/.test(url);
  return calls || headers.some(({ name }) => name.toLowerCase() === 'authorization') ? 'fetch' : 'navigation';
}

function knownOf(unknown: string | undefined): Known {
  const absent = new Set((unknown ?? '').split(','));
  return {
    requestHeaders: !absent.has('requestHeaders'),
    ...(absent.has('browserHeaders') ? { browserHeaders: false } : {}),
    ...(absent.has('failures') ? { failures: false } : {}),
    requestBody: !absent.has('requestBody'),
    responseHeaders: !absent.has('responseHeaders'),
    responseBody: !absent.has('responseBody'),
    fragment: !absent.has('fragment'),
  };
}
