import type { Exchange } from './exchange.ts';
import { dialectOf, hasCredentials, type HarDialect } from './har-dialect.ts';
import { fromHarEntry } from './har-entry.ts';
import { piecesOf, type HarPieces } from './har-pieces.ts';
import { parseHarTime } from './har-time.ts';
import { isJsonObject, lineAndColumn, parseJson, stringOf, type JsonObject } from './json.ts';
import { isProblem, problemAt, type Problem } from './problem.ts';
import { createTabs, type Tabs } from './har-tabs.ts';

/**
 * Reads HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/) as written by browsers, test tools and proxies.
 * Entries come out in the file's order. Ids are `source#index`. Entries that are not HTTP are left out.
 */
export function fromHar(text: string, source: string): readonly Exchange[] | Problem {
  const pieces = piecesOf(text);
  const read = pieces === undefined ? undefined : fromPieces(pieces, source);
  // Whatever is wrong, the whole file tells it best.
  return read === undefined || isProblem(read) ? fromWhole(text, source) : read;
}

function fromPieces(pieces: HarPieces, source: string): readonly Exchange[] | Problem | undefined {
  try {
    return convert(pieces, dialectOf(pieces.log), source);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fromWhole(text: string, source: string): readonly Exchange[] | Problem {
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
  return convert({ log, handfuls: () => [entries] }, dialectOf(log), source);
}

function convert(
  { log, handfuls }: HarPieces,
  dialect: HarDialect,
  source: string,
): readonly Exchange[] | Problem {
  const recorded = {
    source,
    dialect,
    tabs: createTabs(dialect.pagesAreTabs),
  };
  const exchanges: Exchange[] = [];
  let clock = 0;
  let index = 0;
  for (const handful of handfuls()) {
    for (const entry of handful) {
      // What stood before is read again: credentials stand early in a file that was not sanitized.
      if (!dialect.headersComplete && hasCredentials(entry))
        return convert({ log, handfuls }, { ...dialect, headersComplete: true }, source);
      const read = readEntry(entry, `log.entries[${index}]`, source, clock);
      if (isProblem(read)) return read;
      if (read !== undefined) {
        clock = read.startedAt;
        exchanges.push(convertEntry(read, `${source}#${index}`, recorded));
      }
      index += 1;
    }
  }
  return exchanges;
}

interface ReadEntry {
  readonly entry: JsonObject;
  readonly url: string;
  readonly method: string;
  readonly startedAt: number;
}

/** What all entries of a file share. */
interface Recorded {
  readonly source: string;
  readonly dialect: HarDialect;
  readonly tabs: Tabs;
}

function convertEntry(read: ReadEntry, id: string, recorded: Recorded): Exchange {
  const { source, dialect, tabs } = recorded;
  const { tab, frame } = tabs.placeOf(read.entry);
  const { startedAt } = read;
  const place = { id, source, tab, frame, startedAt, dialect };
  return fromHarEntry(read.entry, read.url, read.method, place);
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
