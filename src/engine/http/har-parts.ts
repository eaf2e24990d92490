import { isJsonObject, parseJson, type JsonObject } from './json.ts';

/** A HAR file whose entries are parsed some at a time. */
export interface HarParts {
  /** The log; its entries are left out. */
  readonly log: JsonObject;
  /** All entries in order, some at a time; undefined, and then no more, when a part is no JSON. */
  entries(): Generator<readonly unknown[] | undefined, void>;
}

const opening = /"entries"\s*:\s*\[(\s*\{\s*"[^"\\]*"\s*:)/;
const mark = 'the entries of the log';

/** Long enough that calls do not count, short enough that the garbage of a part dies young. */
const partLength = 65_536;

/**
 * Cuts a HAR file where an entry begins as the first one does: with the same blanks and the same member. That is only a
 * guess, but JSON's grammar proves it: if the file with a string in place of the entries is JSON, and each part in
 * brackets is an array, then the whole is the log with the entries of all parts. Undefined where the file is laid out otherwise.
 */
export function harParts(text: string, length = partLength): HarParts | undefined {
  const found = opening.exec(text);
  const end = text.lastIndexOf(']');
  if (found?.[1] === undefined || end < found.index) return undefined;
  const [whole, first] = found;
  const from = found.index + whole.length - first.length;
  const frame = parseJson(`${text.slice(0, from)}"${mark}"${text.slice(end)}`);
  const log = 'value' in frame && isJsonObject(frame.value) ? frame.value['log'] : undefined;
  if (!isJsonObject(log) || !Array.isArray(log['entries']) || log['entries'][0] !== mark) return undefined;
  return { log, entries: () => partsOf(text, { from, end, boundary: `},${first}`, length }) };
}

interface Layout {
  readonly from: number;
  readonly end: number;
  /** What stands between two entries. */
  readonly boundary: string;
  /** The least length of a part. */
  readonly length: number;
}

function* partsOf(
  text: string,
  { from, end, boundary, length }: Layout,
): Generator<readonly unknown[] | undefined, void> {
  let start = from;
  while (start < end) {
    const cut = text.indexOf(boundary, start + length);
    const stop = cut === -1 ? end : cut + 1;
    const parsed = parseJson(`[${text.slice(start, stop)}]`);
    if (!('value' in parsed) || !Array.isArray(parsed.value)) {
      yield undefined;
      return;
    }
    yield parsed.value;
    // Past the comma.
    start = stop + 1;
  }
}
