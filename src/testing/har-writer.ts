import type { Body, Exchange, Header } from '../engine/http/exchange.ts';
import { headerNamed } from '../engine/http/har-headers.ts';
import { parseParameters } from '../engine/http/parameters.ts';

/** Writes exchanges as one program does. */
export interface HarWriter {
  readonly creator: object;
  readonly pages?: readonly object[];
  /** What comes before the file's first brace. */
  readonly before?: string;
  /** The program lists what went over the wire, also what the browser then kept from the page. */
  readonly isOnWire?: boolean;
  /** What the program lists of what went over the wire. */
  readonly lists?: (exchanges: readonly Exchange[]) => readonly Exchange[];
  readonly entry: (exchange: Exchange) => object;
}

/** The file that a program would have written of these exchanges. */
export function writeHar(
  { creator, pages, before = '', lists, entry }: HarWriter,
  exchanges: readonly Exchange[],
): string {
  const entries = (lists?.(exchanges) ?? exchanges).map(entry);
  return (
    before +
    JSON.stringify({ log: { version: '1.2', creator, ...(pages === undefined ? {} : { pages }), entries } })
  );
}

/** An instant at a place this many minutes east, with the digits of a second that a program writes. */
export function localTime(instant: number, minutesEast: number, digits = 3, colon = ':'): string {
  const there = new Date(instant + minutesEast * 60_000)
    .toISOString()
    .slice(0, 23)
    .padEnd(20 + digits, '0');
  const offset = new Date(Math.abs(minutesEast) * 60_000).toISOString();
  return `${there}${minutesEast < 0 ? '-' : '+'}${offset.slice(11, 13)}${colon}${offset.slice(14, 16)}`;
}

/** The members of a request that all programs write. */
export function requestLine(exchange: Exchange): object {
  const { method, url } = exchange;
  const queryString = [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
  return { method, url, httpVersion: 'HTTP/2.0', cookies: [], queryString, headersSize: -1 };
}

/** Time until the answer began, and time until it ended. */
export function spans({ startedAt, respondedAt, endedAt }: Exchange): {
  readonly wait: number;
  readonly receive: number;
} {
  const wait = (respondedAt ?? startedAt) - startedAt;
  return { wait, receive: Math.max(0, (endedAt ?? startedAt) - startedAt - wait) };
}

/** The fields of a form, decoded. */
export function decodedFields({ text }: Body): readonly object[] {
  return parseParameters(text).map(({ name, value }) => ({ name, value }));
}

/** True for a form. */
export function isForm({ mediaType }: Body): boolean {
  return mediaType === 'application/x-www-form-urlencoded';
}

/** HTTP/2: names in lower case, and the line of the request among them. */
export function withPseudoHeaders({ method, url, requestHeaders }: Exchange): readonly Header[] {
  const { host, pathname, search, protocol } = new URL(url);
  return [
    { name: ':method', value: method },
    { name: ':authority', value: host },
    { name: ':scheme', value: protocol.slice(0, -1) },
    { name: ':path', value: pathname + search },
    ...requestHeaders
      .filter(({ name }) => !/^(?:host|connection)$/i.test(name))
      .map(({ name, value }) => ({ name: name.toLowerCase(), value })),
  ];
}

/** Headers of one name in one, as programs write them that keep headers in a map. */
export function joined(headers: readonly Header[], separator: string): readonly Header[] {
  const values = new Map<string, string>();
  for (const { name, value } of headers) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : before + separator + value);
  }
  return [...values].map(([name, value]) => ({ name, value }));
}

/** The media type as sent, parameters included. */
export function typeSent(headers: readonly Header[]): string {
  return headerNamed(headers, 'content-type') ?? '';
}
