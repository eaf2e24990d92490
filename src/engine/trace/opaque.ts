const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const plainWord = /^(?:[A-Z]?[a-z]+|[A-Z]+|[a-z]+(?:[A-Z][a-z]+)+|[A-Z][a-z]+(?:[A-Z][a-z]+)*)$/;
/** `AADSTS700016`, `E0000004`, `IDX10501`. */
const errorCode = /^[A-Z]{1,10}[-_]?\d{1,8}$/;
/** `oauth2`, `v2.0`, `cb2`, `1.0`. */
const shortNumber = /^(?:[A-Za-z]{1,12}|v)?\d{1,2}$/;
const technical = new Set(
  'base64 base64url sha256 s256 rs256 rs384 rs512 ps256 es256 es384 hs256 x509 utf8 iso8601 rfc6749 6265bis b2c b2c1a dpop at+jwt dpop+jwt'.split(
    ' ',
  ),
);

/** Asks for the 8-4-4-4-12 form (RFC 9562 §4). */
export function isGuid(text: string): boolean {
  return guid.test(text);
}

/** Asks for a word that no specification, product or version is called by: long, and of letters and digits mixed. */
export function hasMachineWord(text: string): boolean {
  return text
    .split(/[^A-Za-z0-9]+/)
    .some((word) => !isReadable(word) && word.length >= (/\d/.test(word) ? 12 : 16));
}

/** RFC 8628 §6.1: letters that make no word, in two groups. */
const userCode = /^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/;

/**
 * Asks whether a word looks made by a machine rather than chosen by a person: such a word is hidden in free text and
 * in paths even when nothing says that it is secret.
 */
export function looksOpaque(word: string): boolean {
  if (word.length < 6 || technical.has(word.toLowerCase())) return false;
  if (word.length > 512 || guid.test(word) || userCode.test(word)) return true;
  const parts = word.split(/[-_.~]/);
  return !parts.every((part) => part.length <= 40 && isReadable(part));
}

function isReadable(part: string): boolean {
  if (part === '' || plainWord.test(part))
    return part.length < 20 || (part.match(/[a-z][A-Z]/g)?.length ?? 0) < 6;
  if (/^\d+$/.test(part)) return part.length <= 6;
  return errorCode.test(part) || shortNumber.test(part) || technical.has(part.toLowerCase());
}
