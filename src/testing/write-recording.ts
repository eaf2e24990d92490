import type { Exchange, Header } from '../engine/http/exchange.ts';
import { revealSession } from '../engine/trace/shareable.ts';
import { toHar } from '../engine/trace/to-har.ts';
import { toTrace } from '../engine/trace/to-trace.ts';

/** How a recording may be written. */
export type RecordingFormat = 'har' | 'trace' | 'http' | 'curl -v' | 'curl';

/** Exchanges as the text of a file with all values shown, as a program may have written it that checks nothing. */
export function writeRecording(exchanges: readonly Exchange[], format: RecordingFormat): string {
  const session = revealSession(exchanges, { flows: [] });
  if (format === 'har') return toHar(session, '0');
  if (format === 'trace') return toTrace(session, { createdAt: 0, version: '0' });
  if (format === 'curl') return exchanges.map(commandOf).join('\n');
  const isMarked = format === 'curl -v';
  return exchanges.flatMap((exchange) => messagesOf(exchange, isMarked)).join('\n');
}

function commandOf({ method, url, requestHeaders, requestBody }: Exchange): string {
  return [
    `curl -X ${method} ${quoted(url)}`,
    ...requestHeaders.map(({ name, value }) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(requestBody === undefined ? [] : [`--data-raw ${quoted(requestBody.text)}`]),
  ].join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function messagesOf(exchange: Exchange, isMarked: boolean): readonly string[] {
  const { method, url, requestHeaders, requestBody, status, responseHeaders, responseBody } = exchange;
  // A space would end the target; where one stands is the writer's fault, and not the reader's.
  const target = url.replaceAll(/\s/g, '+');
  const request = [`${method} ${target} HTTP/1.1`, ...linesOf(requestHeaders), ''];
  const answer = status === undefined ? [] : [`HTTP/1.1 ${status} Any`, ...linesOf(responseHeaders), ''];
  const marked = (lines: readonly string[], mark: string): readonly string[] =>
    isMarked ? lines.map((line) => mark + line) : lines;
  return [
    ...marked(request, '> '),
    requestBody?.text ?? '',
    ...marked(answer, '< '),
    ...(answer.length === 0 ? [] : [responseBody?.text ?? '']),
  ];
}

/** Lengths are those before a change, which is where a length that does not fit comes from. */
function linesOf(headers: readonly Header[]): readonly string[] {
  return headers.map(({ name, value }) => `${name}: ${value}`);
}
