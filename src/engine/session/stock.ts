import type { Exchange } from '../http/exchange.ts';
import type { Place } from './age-queue.ts';
import { createFailedLogins, type Step } from './failed-logins.ts';
import { apart } from './observe.ts';
import type { SessionRecord } from './record.ts';
import { createShelf, rankOf, type Shelf } from './shelf.ts';
import { createUrlIndex, isSameUrl, type UrlEntry } from './url-index.ts';

/** How much is kept. */
export interface Limits {
  readonly exchanges: number;
  readonly exchangesPerTab: number;
  /** Of URLs, headers and bodies, all exchanges together. */
  readonly characters: number;
}

/** What is not kept any more, for a log that goes on from this one. */
export interface Forgotten {
  /** How many exchanges had to go since the log was last empty. */
  readonly dropped: number;
  /** Whatever may be OAuth and began until then has gone unless it is here; Unix milliseconds. */
  readonly until: number;
}

/** Of a log that has just begun. */
export const nothingForgotten: Forgotten = { dropped: 0, until: 0 };

/** What else changes with a record. */
interface Effects {
  /** Those that had to go for it. */
  readonly removed: readonly SessionRecord[];
  /** Those that belong to a failed login from now on, itself among them. */
  readonly marked: readonly SessionRecord[];
}

/** The records that are kept, within the limits. */
export interface Stock {
  get(id: string): SessionRecord | undefined;
  withUrl(url: string): readonly SessionRecord[];
  hasUrl(url: string): boolean;
  /** Adds or replaces a record. */
  put(record: SessionRecord): Effects;
  /** Keeps as much as these say from now on; answers those that had to go for it. */
  limit(limits: Limits): readonly SessionRecord[];
  /** Takes out everything that is here at that time; answers the ids. */
  clear(at: number): readonly string[];
  all(): readonly SessionRecord[];
  /** The same object until it changes. */
  forgotten(): Forgotten;
}

/** A record, what it weighs, and its place in the order in which records are dropped and among the URLs. */
interface Kept extends Step {
  record: SessionRecord;
  size: number;
  place: Place;
  url: UrlEntry;
}

/** Makes an empty stock. */
export function createStock(atFirst: Limits, forgottenBefore: Forgotten): Stock {
  let limits = atFirst;
  const kept = new Map<string, Kept>();
  const find = (id: string): SessionRecord | undefined => kept.get(id)?.record;
  let urls = createUrlIndex();
  let shelf = createShelf();
  const failedLogins = createFailedLogins((id) => kept.get(id));
  const tabs = new Map<number | undefined, Shelf>();
  let characters = 0;
  let forgotten = forgottenBefore;

  function tabShelf(tab: number | undefined): Shelf {
    const known = tabs.get(tab);
    if (known !== undefined) return known;
    const made = createShelf();
    tabs.set(tab, made);
    return made;
  }

  /** Keeps a record in place of what its id had; answers that. */
  function keep(record: SessionRecord): SessionRecord | undefined {
    const { id, url } = record.exchange;
    const size = sizeOf(record.exchange);
    const known = kept.get(id);
    characters += size - (known?.size ?? 0);
    if (known === undefined) {
      const place = placeOf(record);
      kept.set(id, { record, size, place, url: urls.add(url, id), values: undefined });
      shelf.add(record, place);
      tabShelf(record.exchange.tab).add(record, place);
      return undefined;
    }
    const before = known.record;
    // In the order of their numbers.
    if (before.number !== record.number) {
      kept.delete(id);
      kept.set(id, known);
    }
    if (before.exchange.url !== url) {
      urls.remove(known.url);
      known.url = urls.add(url, id);
    }
    known.record = record;
    known.size = size;
    return before;
  }

  function promote(record: SessionRecord): void {
    const known = kept.get(record.exchange.id);
    if (known === undefined) return;
    known.place.isLeft = true;
    known.place = placeOf(record);
    shelf.promote(record, known.place);
    tabShelf(record.exchange.tab).promote(record, known.place);
  }

  function drop(id: string | undefined): SessionRecord | undefined {
    const known = id === undefined ? undefined : kept.get(id);
    if (known === undefined) return undefined;
    const { record, size, place, url } = known;
    const { exchange } = record;
    place.isLeft = true;
    kept.delete(exchange.id);
    characters -= size;
    urls.remove(url);
    failedLogins.remove(known);
    shelf.removed(record);
    const own = tabShelf(exchange.tab);
    own.removed(record);
    if (own.size() === 0) tabs.delete(exchange.tab);
    const { until } = forgotten;
    forgotten = {
      dropped: forgotten.dropped + 1,
      // Of what is unrelated no other channel makes an exchange. The oldest go first, so this time is long past.
      until: record.related ? Math.max(until, exchange.startedAt + apart) : until,
    };
    return record;
  }

  function makeRoom(id: string | undefined, tab: number | undefined): readonly SessionRecord[] {
    let gone: SessionRecord[] | undefined;
    for (;;) {
      const record = drop(fullShelf(tab)?.next(id));
      if (record === undefined) return gone ?? none;
      (gone ??= []).push(record);
    }
  }

  function fullShelf(tab: number | undefined): Shelf | undefined {
    const own = tabShelf(tab);
    if (own.size() > limits.exchangesPerTab) return own;
    return shelf.size() > limits.exchanges || characters > limits.characters ? shelf : undefined;
  }

  return {
    get: find,
    withUrl: (url) =>
      urls.find(url).flatMap((id) => {
        const record = find(id);
        return record !== undefined && isSameUrl(record.exchange.url, url) ? [record] : [];
      }),
    hasUrl: (url) => urls.has(url),
    put: (record) => {
      const { id, tab } = record.exchange;
      const before = keep(record);
      if (before !== undefined && rankOf(before) !== rankOf(record)) promote(record);
      const step = kept.get(id);
      const marked = step === undefined ? none : failedLogins.put(step, before);
      for (const each of marked) {
        keep(each);
        promote(each);
      }
      return { removed: makeRoom(id, tab), marked };
    },
    limit: (next) => {
      limits = next;
      return [...tabs.keys()].flatMap((tab) => makeRoom(undefined, tab));
    },
    clear: (at) => {
      const ids = [...kept.keys()];
      kept.clear();
      tabs.clear();
      urls = createUrlIndex();
      failedLogins.clear();
      shelf = createShelf();
      characters = 0;
      forgotten = { dropped: 0, until: Math.max(forgotten.until, at) };
      return ids;
    },
    all: () => Array.from(kept.values(), ({ record }) => record),
    forgotten: () => forgotten,
  };
}

const none: readonly SessionRecord[] = [];

function placeOf({ number, exchange: { id } }: SessionRecord): Place {
  return { id, number, isLeft: false };
}

/** What an exchange weighs, roughly: its texts. */
function sizeOf(exchange: Exchange): number {
  let size = 500 + exchange.url.length + (exchange.redirectTarget?.length ?? 0);
  for (const { name, value } of exchange.requestHeaders) size += name.length + value.length + 24;
  for (const { name, value } of exchange.responseHeaders) size += name.length + value.length + 24;
  return size + (exchange.requestBody?.text.length ?? 0) + (exchange.responseBody?.text.length ?? 0);
}
