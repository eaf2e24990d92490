import type { Exchange } from './exchange.ts';
import { dialectOf, hasCredentials } from './har-dialect.ts';
import { fromHarEntry } from './har-entry.ts';
import { createHeaderReader } from './har-headers.ts';
import { createTabs } from './har-tabs.ts';
import { parseHarTime } from './har-time.ts';
import { isJsonObject, stringOf, type JsonObject } from './json.ts';
import { isProblem, problemAt, type Problem } from './problem.ts';

/** Makes exchanges of a log's entries, which may come some at a time. */
export interface HarEntries {
  /** Takes the next entries; the first that is unsound is the problem. */
  add(entries: readonly unknown[]): Problem | undefined;
  /** The exchanges of all entries, when there are no more. */
  end(): readonly Exchange[] | Problem;
}

/** Exchanges come out in the order of the entries; those that are not HTTP are left out. */
export function createHarEntries(log: JsonObject, source: string): HarEntries {
  const exchanges: Exchange[] = [];
  let dialect = dialectOf(log);
  // What the first entry with credentials tells is true of those before it as well.
  const waiting: unknown[] = [];
  const tabs = createTabs(dialect);
  const headersOf = createHeaderReader();
  let clock = 0;
  let index = 0;

  function convert(entries: readonly unknown[]): Problem | undefined {
    for (const each of entries) {
      const read = readEntry(each, `log.entries[${index}]`, source, clock);
      if (isProblem(read)) return read;
      if (read !== undefined) {
        const { entry, url, method, startedAt } = read;
        const { tab, frame } = tabs.placeOf(entry);
        const id = `${source}#${index}`;
        const place = { id, source, tab, frame, startedAt, dialect, headersOf };
        exchanges.push(fromHarEntry(entry, url, method, place));
        clock = startedAt;
      }
      index += 1;
    }
    return undefined;
  }

  return {
    add(entries) {
      if (dialect.headersComplete) return convert(entries);
      for (const entry of entries) waiting.push(entry);
      if (!entries.some(hasCredentials)) return undefined;
      dialect = { ...dialect, headersComplete: true };
      return convert(waiting.splice(0));
    },
    end: () => convert(waiting.splice(0)) ?? exchanges,
  };
}

interface ReadEntry {
  readonly entry: JsonObject;
  readonly url: string;
  readonly method: string;
  readonly startedAt: number;
}

const http = /^https?:\/\//i;

/**
 * The members an exchange cannot do without; undefined for an entry that is not HTTP (data:, CONNECT, sockets), or of
 * which nothing was recorded but its address: Safari before 17 lists with an empty method and time what was there before.
 */
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
  if (method === '' || method === 'CONNECT' || !http.test(url)) return undefined;
  const started = entry['startedDateTime'];
  // Some scripts leave the time out; the order of the file then stands for it.
  if (started === undefined) return { entry, url, method, startedAt: clock };
  const startedAt = typeof started === 'string' ? parseHarTime(started) : undefined;
  if (startedAt === undefined)
    return problemAt(source, `${place}.startedDateTime`, 'The time of an entry is no ISO 8601 date.');
  return { entry, url, method, startedAt };
}
