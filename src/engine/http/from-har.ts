import type { Exchange } from './exchange.ts';
import { dialectOf, type HarDialect } from './har-dialect.ts';
import { fromHarEntry } from './har-entry.ts';
import { parseHarTime } from './har-time.ts';
import { isJsonObject, lineAndColumn, parseJson, stringOf, type JsonObject } from './json.ts';
import { isProblem, problemAt, type Problem } from './problem.ts';
import { createTabs, type Tabs } from './har-tabs.ts';

/** Ten times the largest recording of the benchmarks. */
const mostEntries = 200_000;

/**
 * Reads HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/) as written by browsers, test tools and proxies.
 * Entries come out in the file's order. Ids are `source#index`. Entries that are not HTTP are left out.
 */
export function fromHar(text: string, source: string): readonly Exchange[] | Problem {
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
  return convert(entries, dialectOf(log, entries), source);
}

function convert(
  entries: readonly unknown[],
  dialect: HarDialect,
  source: string,
): readonly Exchange[] | Problem {
  const tabs = createTabs(dialect.pagesAreTabs);
  const exchanges: Exchange[] = [];
  let clock = 0;
  for (const [index, entry] of entries.entries()) {
    const read = readEntry(entry, `log.entries[${index}]`, source, clock);
    if (isProblem(read)) return read;
    if (read === undefined) continue;
    clock = read.startedAt;
    exchanges.push(convertEntry(read, `${source}#${index}`, source, dialect, tabs));
  }
  return exchanges;
}

interface ReadEntry {
  readonly entry: JsonObject;
  readonly url: string;
  readonly method: string;
  readonly startedAt: number;
}

function convertEntry(
  read: ReadEntry,
  id: string,
  source: string,
  dialect: HarDialect,
  tabs: Tabs,
): Exchange {
  const { tab, frame } = tabs.placeOf(read.entry);
  return fromHarEntry(read.entry, read.url, read.method, {
    id,
    source,
    tab,
    frame,
    startedAt: read.startedAt,
    dialect,
  });
}

const http = /^https?:\/\//i;

/** The members an exchange cannot do without; undefined for an entry that is not HTTP (data:, CONNECT, sockets). */
function readEntry(
  entry: unknown,
  place: string,
  source: string,
  clock: number,
): ReadEntry | Problem | undefined {
  if (!isJsonObject(entry)) return problemAt(source, place, 'An entry is a JSON object; this one is not.');
  const request = entry['request'];
  if (!isJsonObject(request))
    return problemAt(source, `${place}.request`, 'An entry has a "request" object; this one has none.');
  const url = stringOf(request['url']);
  if (url === undefined)
    return problemAt(source, `${place}.request.url`, 'A request has a "url" string; this one has none.');
  const method = stringOf(request['method']);
  if (method === undefined)
    return problemAt(
      source,
      `${place}.request.method`,
      'A request has a "method" string; this one has none.',
    );
  if (method === 'CONNECT' || !http.test(url)) return undefined;
  const started = entry['startedDateTime'];
  // Some scripts leave the time out; the order of the file then stands for it.
  if (started === undefined) return { entry, url, method, startedAt: clock };
  const startedAt = typeof started === 'string' ? parseHarTime(started) : undefined;
  if (startedAt === undefined)
    return problemAt(source, `${place}.startedDateTime`, 'The time of an entry is no ISO 8601 date.');
  return { entry, url, method, startedAt };
}

function unreadable(text: string, source: string, failedAt: number, truncated: boolean): Problem {
  const place = lineAndColumn(text, failedAt);
  if (text.trim() === '') return problemAt(source, place, 'The file is empty.');
  if (!truncated) return problemAt(source, place, 'The file is not valid JSON.');
  const begun = text.split('"startedDateTime"').length - 1;
  const inside = begun === 0 ? 'before the first entry' : `inside or after entry ${begun}`;
  return problemAt(source, place, `The file is cut off ${inside}; export it again.`);
}
