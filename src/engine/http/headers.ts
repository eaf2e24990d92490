import type { Header } from './exchange.ts';

/** The first value of a header; `name` must be lower case (RFC 9110 §5.1: names ignore case). */
export function headerValue(headers: readonly Header[], name: string): string | undefined {
  for (const header of headers) {
    if (header.name.length === name.length && header.name.toLowerCase() === name) return header.value;
  }
  return undefined;
}

/** Every value of a header in order; `name` must be lower case. */
export function headerValues(headers: readonly Header[], name: string): readonly string[] {
  return headers
    .filter((header) => header.name.length === name.length && header.name.toLowerCase() === name)
    .map((header) => header.value);
}
