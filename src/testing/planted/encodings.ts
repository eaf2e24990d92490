import { base64Url } from '../../engine/oauth/pkce.ts';

/** The ways in which a value may be written inside other text. */
export const encodings: Readonly<Record<string, (value: string) => string>> = {
  plain: (value) => value,
  percent: encodeURIComponent,
  'double percent': (value) => encodeURIComponent(encodeURIComponent(value)),
  'every byte percent': (value) =>
    bytesOf(value)
      .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
      .join(''),
  plus: (value) => encodeURIComponent(value).replaceAll('%20', '+'),
  base64: (value) => base64(value),
  'base64, second place': (value) => base64(`x${value}y`),
  'base64, third place': (value) => base64(`xy${value}z`),
  base64url: (value) => base64Url(new TextEncoder().encode(value)),
  'base64url, second place': (value) => base64Url(new TextEncoder().encode(`x${value}y`)),
  'base64url, third place': (value) => base64Url(new TextEncoder().encode(`xy${value}z`)),
  hex: (value) =>
    bytesOf(value)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(''),
  HEX: (value) =>
    bytesOf(value)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase(),
  'JSON escapes': (value) => JSON.stringify(value).slice(1, -1),
  'every character a JSON escape': (value) =>
    [...value].map((each) => `\\u${(each.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(''),
  'HTML entities': (value) => [...value].map((each) => `&#${each.codePointAt(0)};`).join(''),
  'hexadecimal entities': (value) =>
    [...value].map((each) => `&#x${(each.codePointAt(0) ?? 0).toString(16)};`).join(''),
  Basic: (value) => `Basic ${base64(`client:${value}`)}`,
};

/** Base64 with padding, of UTF-8. */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...bytesOf(text)));
}

/** A JWS with these claims and this signature. */
export function jws(
  claims: object,
  signature: string,
  header: object = { alg: 'RS256', kid: 'key-1' },
): string {
  return [header, claims]
    .map((part) => base64Url(new TextEncoder().encode(JSON.stringify(part))))
    .concat(signature)
    .join('.');
}

function bytesOf(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}
