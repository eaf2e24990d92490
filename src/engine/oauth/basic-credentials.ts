// The Basic header as clients build it: RFC 6749 §2.3.1 (both parts form-encoded), RFC 7617 §2.
import { decodeOnce } from '../http/parameters.ts';
import { decodeBase64Text } from './jwt.ts';
import { parsePlaceholder } from './placeholder.ts';

const faults = [
  'no_scheme',
  'bearer_scheme',
  'empty',
  'not_base64',
  'no_colon',
  'encoded_twice',
  'white_space',
  'empty_secret',
  /** `+`, a lone `%` or a letter beyond ASCII in a part: servers that decode may read another value. */
  'not_form_encoded',
] as const;

/** What is wrong with a Basic header before any server looks at it. */
export type BasicFault = (typeof faults)[number];

/** The credentials of an Authorization header; the secret never leaves the engine. */
export interface BasicCredentials {
  readonly clientId: string | undefined;
  readonly secret: string | undefined;
  readonly fault: BasicFault | undefined;
}

/** Reads the header when it holds Basic credentials or was meant to; undefined for other schemes. */
export function readBasic(header: string | undefined): BasicCredentials | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const hidden = /‹[^›]*›/.exec(header)?.[0];
  const noted = hidden === undefined ? undefined : faultNoted(hidden);
  if (noted !== undefined) return faulty(noted);
  const match = /^basic(?:[ \t]+(.*))?$/is.exec(header.trimStart());
  if (match === null) return misnamed(header.trim());
  const value = match[1] ?? '';
  if (value.trim() === '') return faulty('empty');
  if (value.includes('‹')) return { clientId: undefined, secret: undefined, fault: undefined };
  const text = decodeBase64Text(value.trim());
  if (text === undefined) return faulty('not_base64');
  if (!text.includes(':')) return faulty(isCredentials(text) ? 'encoded_twice' : 'no_colon');
  return credentialsIn(text);
}

function credentialsIn(text: string): BasicCredentials {
  const colon = text.indexOf(':');
  const [id, secret] = [text.slice(0, colon), text.slice(colon + 1)];
  const read = { clientId: decodeOnce(id).value, secret: decodeOnce(secret).value };
  if (/^\s|\s$/.test(id) || /^\s|\s$/.test(secret)) return { ...read, fault: 'white_space' };
  if (secret === '') return { ...read, secret: undefined, fault: 'empty_secret' };
  const isUnencoded = [id, secret].some((part) =>
    /[+\u0080-\uffff]|%(?![0-9A-Fa-f]{2})/.test(part.replace(/‹[^›]*›/, '')),
  );
  return { ...read, fault: isUnencoded ? 'not_form_encoded' : faultNoted(read.secret) };
}

/** What redaction noted about credentials that it hid. */
function faultNoted(hidden: string): BasicFault | undefined {
  const note = parsePlaceholder(hidden)?.note;
  return faults.find((fault) => fault === note);
}

/** Credentials under another scheme, or under none. */
function misnamed(header: string): BasicCredentials | undefined {
  const match = /^(?:([\w-]+):?\s+)?(\S+)$/.exec(header);
  if (match?.[2] === undefined || !isCredentials(match[2])) return undefined;
  return faulty(match[1]?.toLowerCase() === 'bearer' ? 'bearer_scheme' : 'no_scheme');
}

/** True for base64 of printable text with a colon in it; tokens decode to something else. */
function isCredentials(encoded: string): boolean {
  return encoded.length >= 8 && /^[\x21-\x39\x3b-\x7e]+:[\x20-\x7e]+$/.test(decodeBase64Text(encoded) ?? '');
}

function faulty(fault: BasicFault): BasicCredentials {
  return { clientId: undefined, secret: undefined, fault };
}
