import { endOfString } from './json-depth.ts';
import { isJsonObject, listOf, type JsonObject } from './json.ts';

/** A HAR whose entries are still text, so that a large file is never in memory as one tree. */
export interface HarPieces {
  /** The log without its entries. */
  readonly log: JsonObject;
  /** Entries in order, a handful at a time; throws like `JSON.parse` where they are none. */
  readonly handfuls: () => Iterable<readonly unknown[]>;
}

/** Characters that are parsed at once, or somewhat more: an entry is never cut. */
const handful = 131_072;
/** Stands where the entries stood; anything else in its place means that the log has two lists of them. */
const here = '(entries)';

/**
 * Cuts the list of entries where the next begins like the first, which no text inside an entry can imitate: its quotes
 * would be escaped. Undefined for what does not look like a HAR: reading it whole then says what it is.
 */
export function piecesOf(text: string): HarPieces | undefined {
  const log = memberOf(text, text.charCodeAt(0) === 0xfeff ? 1 : 0, '"log"');
  const list = log === undefined ? undefined : memberOf(text, log, '"entries"');
  if (list === undefined || text[list] !== '[') return undefined;
  const first = skipSpace(text, list + 1);
  if (text[first] !== '{') return undefined;
  const colon = text.indexOf(':', first);
  const beginning = text.slice(first, colon + 1);
  if (!/^\{\s*"\w+"\s*:$/.test(beginning)) return undefined;
  const end = endOfList(text, text.lastIndexOf(beginning));
  const frame = logOf(`${text.slice(0, list)}["${here}"]${text.slice(end)}`);
  if (frame === undefined || listOf(frame['entries'])[0] !== here) return undefined;
  return { log: frame, handfuls: () => cut(text, first, end - 1, beginning) };
}

function* cut(text: string, first: number, end: number, beginning: string): Generator<readonly unknown[]> {
  let start = first;
  while (start < end) {
    let next = text.indexOf(beginning, start + handful);
    let comma = next === -1 ? -1 : lastBefore(text, next);
    // An object inside an entry that begins alike, and does not follow another.
    while (next !== -1 && text[comma] !== ',') {
      next = text.indexOf(beginning, next + 1);
      comma = next === -1 ? -1 : lastBefore(text, next);
    }
    const isLast = next === -1 || next >= end;
    const parsed: unknown = JSON.parse(`[${text.slice(start, isLast ? end : comma)}]`);
    yield listOf(parsed);
    start = isLast ? end : next;
  }
}

function logOf(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json.charCodeAt(0) === 0xfeff ? json.slice(1) : json);
    const log = isJsonObject(value) ? value['log'] : undefined;
    return isJsonObject(log) ? log : undefined;
  } catch {
    return undefined;
  }
}

/** Where the value of a member begins, in the object that begins at or after `from`; its name comes in quotes. */
function memberOf(text: string, from: number, name: string): number | undefined {
  let at = skipSpace(text, from);
  if (text[at] !== '{') return undefined;
  at = skipSpace(text, at + 1);
  while (text[at] === '"') {
    const end = endOfString(text, at) + 1;
    const isNamed = text.slice(at, end) === name;
    at = skipSpace(text, end);
    if (text[at] !== ':') return undefined;
    at = skipSpace(text, at + 1);
    if (isNamed) return at;
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] !== ',') return undefined;
    at = skipSpace(text, at + 1);
  }
  return undefined;
}

/** Just after the list in which an object begins at `from`. */
function endOfList(text: string, from: number): number {
  let at = from;
  for (let end = from; at < text.length; at = skipSpace(text, end + 1)) {
    end = skipSpace(text, endOfValue(text, at));
    if (text[end] !== ',') return end + 1;
  }
  return at;
}

/** Just after a value; brackets are counted, not matched, since every piece is read by `JSON.parse` later. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    switch (text[at]) {
      case '"':
        at = endOfString(text, at);
        break;
      case '{':
      case '[':
        depth += 1;
        break;
      case '}':
      case ']':
        if (depth === 0) return at;
        depth -= 1;
        break;
      case ',':
        if (depth === 0) return at;
        break;
      default:
    }
  }
  return text.length;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** The last character before a place that is no space. */
function lastBefore(text: string, from: number): number {
  let at = from - 1;
  while (isSpace(text.charCodeAt(at))) at -= 1;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
