import type { Header } from './exchange.ts';
import { isJsonObject } from './json.ts';

const none: readonly Header[] = [];

/** Reads the headers of a HAR message; whatever is no header is left out. */
export type HeaderReader = (value: unknown) => readonly Header[];

/** The headers of one message; the recorder's own objects are kept when all of them are sound. */
export const headersOf: HeaderReader = (value) => {
  if (!Array.isArray(value) || value.length === 0) return none;
  return value.every(isHeader) ? value : value.filter(isHeader);
};

/** Reads the headers of many messages: one that repeats the last of its name is that one, so that a recording does not hold it again. */
export function createHeaderReader(): HeaderReader {
  const last = new Map<string, Header>();
  return (value) => {
    const headers = headersOf(value);
    return headers.length === 0
      ? none
      : headers.map((header) => {
          const known = last.get(header.name);
          if (known?.value === header.value) return known;
          last.set(header.name, header);
          return header;
        });
  };
}

function isHeader(value: unknown): value is Header {
  return isJsonObject(value) && typeof value['name'] === 'string' && typeof value['value'] === 'string';
}

/** The first header of that name; `name` is lower case. */
export function headerNamed(headers: readonly Header[], name: string): string | undefined {
  for (const header of headers) {
    if (header.name.length === name.length && header.name.toLowerCase() === name) return header.value;
  }
  return undefined;
}
