import type { Exchange } from './exchange.ts';
import { createHarEntries } from './har-entries.ts';
import { harParts } from './har-parts.ts';
import { isJsonObject, lineAndColumn, parseJson } from './json.ts';
import { isProblem, problemAt, type Problem } from './problem.ts';

/** Ten times the largest recording of the benchmarks. */
const mostEntries = 200_000;

/**
 * Reads HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/) as written by browsers, test tools and proxies.
 * Entries come out in the file's order. Ids are `source#index`. Entries that are not HTTP are left out.
 */
export function fromHar(text: string, source: string): readonly Exchange[] | Problem {
  return inParts(text, source) ?? atOnce(text, source);
}

/** The exchanges, without holding all entries at a time; undefined when there is a problem, which is told by reading at once. */
function inParts(text: string, source: string): readonly Exchange[] | undefined {
  const parts = harParts(text);
  if (parts === undefined) return undefined;
  const read = createHarEntries(parts.log, source);
  let count = 0;
  for (const entries of parts.entries()) {
    count += entries?.length ?? 0;
    if (entries === undefined || count > mostEntries || read.add(entries) !== undefined) return undefined;
  }
  const exchanges = read.end();
  return isProblem(exchanges) ? undefined : exchanges;
}

function atOnce(text: string, source: string): readonly Exchange[] | Problem {
  const parsed = parseJson(text);
  if (!('value' in parsed)) return unreadable(text, source, parsed.failedAt, parsed.truncated);
  const { value } = parsed;
  if (!isJsonObject(value))
    return problemAt(source, 'top level', 'A HAR file is a JSON object with a "log" member.');
  const log = value['log'];
  if (!isJsonObject(log))
    return problemAt(source, 'log', 'A HAR file has a "log" object; this one has none.');
  const entries: unknown = log['entries'];
  if (!Array.isArray(entries))
    return problemAt(source, 'log.entries', 'A HAR log has an "entries" array; this one has none.');
  if (entries.length > mostEntries)
    return problemAt(
      source,
      'log.entries',
      `The log has ${entries.length} entries; ${mostEntries} are allowed.`,
    );
  const read = createHarEntries(log, source);
  return read.add(entries) ?? read.end();
}

function unreadable(text: string, source: string, failedAt: number, truncated: boolean): Problem {
  const place = lineAndColumn(text, failedAt);
  if (text.trim() === '') return problemAt(source, place, 'The file is empty.');
  if (!truncated) return problemAt(source, place, 'The file is not valid JSON.');
  const begun = text.split('"startedDateTime"').length - 1;
  const inside = begun === 0 ? 'before the first entry' : `inside or after entry ${begun}`;
  return problemAt(source, place, `The file is cut off ${inside}; export it again.`);
}
