// Google's own error page, `/signin/oauth/error?authError=…`: its address holds what its scripts write on it.
import { decodeBase64Text } from './jwt.ts';

/** What the parameter says. */
export interface AuthError {
  readonly code: string;
  /** For people, in their language. */
  readonly message: string | undefined;
}

/** Reads a value of `authError`, in which a link and numbers may follow; undefined when it is something else. */
export function readAuthError(value: string): AuthError | undefined {
  // A protocol buffer: each field is its number and type, its length, and its text.
  const fields = decodeBase64Text(value) ?? '';
  const code = /^[a-z]+(?:_[a-z]+)+/.exec(fields.slice(2))?.[0];
  if (code === undefined || !fields.startsWith(`\n${String.fromCharCode(code.length)}`)) return undefined;
  const second = fields.slice(2 + code.length);
  if (!second.startsWith('\x12')) return { code, message: undefined };
  // A length above 127 has two bytes, of which the first is no UTF-8; a link is the third field, a number the fourth.
  const [rest = ''] = second.slice(second.startsWith('\ufffd', 1) ? 3 : 2).split('\x1a');
  const [message = ''] = rest.split(' \ufffd');
  return { code, message: message.replace(/\s+/g, ' ').trim().slice(0, 400) || undefined };
}

/** Writes such a value. */
export function writeAuthError({ code, message = '' }: AuthError): string {
  const bytes = new TextEncoder().encode(message);
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >> 7];
  return btoa(
    `\n${String.fromCharCode(code.length)}${code}${String.fromCharCode(0x12, ...length, ...bytes)}`,
  );
}
