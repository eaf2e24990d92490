import type { Body } from './exchange.ts';
import { encodeOnce } from './parameters.ts';
import type { BrowserBody, RawPiece } from './web-request-event.ts';

/** Bytes of a request body that are kept; token requests are far smaller. */
export const bodyCap = 262_144;

const form = 'application/x-www-form-urlencoded';

/** The body as the browser hands it over; undefined when there is none or it could not be read. */
export function bodyOfRequest(body: BrowserBody | null | undefined): Body | undefined {
  if (body === null || body === undefined) return undefined;
  if (body.formData !== undefined) return formBody(body.formData);
  return body.raw === undefined ? undefined : rawBody(body.raw);
}

/** The parsed fields, written as a form again: what the values were is known, how they were encoded is not. */
function formBody(fields: Readonly<Record<string, unknown>>): Body {
  const pairs: string[] = [];
  for (const [name, given] of Object.entries(fields)) {
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    for (const value of values) {
      pairs.push(`${encodeOnce(name)}=${encodeOnce(typeof value === 'string' ? value : '')}`);
    }
  }
  const text = pairs.join('&');
  return {
    text: text.slice(0, bodyCap),
    mediaType: form,
    fidelity: 'rebuilt',
    cutFrom: text.length > bodyCap ? text.length : undefined,
  };
}

function rawBody(raw: readonly RawPiece[]): Body | undefined {
  const pieces = raw.flatMap(({ bytes }) => (bytes instanceof ArrayBuffer ? bytes : []));
  // A file, which is never read.
  if (pieces.length < raw.length) return undefined;
  const size = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const text = decode(pieces);
  return {
    text: text ?? '',
    mediaType: '',
    fidelity: 'exact',
    cutFrom: text === undefined || size > bodyCap ? size : undefined,
  };
}

/** UTF-8 text of at most `bodyCap` bytes; undefined when it is not text. A character may be cut between two pieces. */
function decode(pieces: readonly ArrayBuffer[]): string | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let left = bodyCap;
  let text = '';
  try {
    for (const bytes of pieces) {
      text += decoder.decode(new Uint8Array(bytes, 0, Math.min(left, bytes.byteLength)), { stream: true });
      left = Math.max(0, left - bytes.byteLength);
    }
    return left > 0 ? text + decoder.decode() : text;
  } catch {
    return undefined;
  }
}
