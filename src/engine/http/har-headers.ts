import type { Header } from './exchange.ts';
import { isJsonObject } from './json.ts';

const none: readonly Header[] = [];

/** The headers of a HAR message; the recorder's own objects are kept when all of them are sound. */
export function headersOf(value: unknown): readonly Header[] {
  if (!Array.isArray(value) || value.length === 0) return none;
  return value.every(isHeader) ? value : value.filter(isHeader);
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
