import type { Exchange } from '../http/exchange.ts';
import { createFailedLogins } from './failed-logins.ts';
import type { SessionRecord } from './record.ts';
import { createShelf, rankOf, type Shelf } from './shelf.ts';
import { createUrlIndex } from './url-index.ts';

/** How much is kept. */
export interface Limits {
  readonly exchanges: number;
  readonly exchangesPerTab: number;
  /** Of URLs, headers and bodies, all exchanges together. */
  readonly characters: number;
}

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
  /** Takes out everything; answers the ids. */
  clear(): readonly string[];
  all(): readonly SessionRecord[];
  dropped(): number;
}

/** Makes an empty stock. */
export function createStock(limits: Limits, droppedBefore: number): Stock {
  const records = new Map<string, SessionRecord>();
  const sizes = new Map<string, number>();
  const find = (id: string): SessionRecord | undefined => records.get(id);
  let urls = createUrlIndex();
  let shelf = createShelf(find);
  const failedLogins = createFailedLogins(find);
  const tabs = new Map<number | undefined, Shelf>();
  let characters = 0;
  let dropped = droppedBefore;

  function tabShelf(tab: number | undefined): Shelf {
    const known = tabs.get(tab);
    if (known !== undefined) return known;
    const made = createShelf((id) => {
      const record = find(id);
      return record?.exchange.tab === tab ? record : undefined;
    });
    tabs.set(tab, made);
    return made;
  }

  function weigh({ exchange }: SessionRecord): void {
    const size = sizeOf(exchange);
    characters += size - (sizes.get(exchange.id) ?? 0);
    sizes.set(exchange.id, size);
  }

  function promote(record: SessionRecord): void {
    shelf.promote(record);
    tabShelf(record.exchange.tab).promote(record);
  }

  function drop(id: string | undefined): SessionRecord | undefined {
    const record = id === undefined ? undefined : find(id);
    if (record === undefined) return undefined;
    const { exchange } = record;
    records.delete(exchange.id);
    characters -= sizes.get(exchange.id) ?? 0;
    sizes.delete(exchange.id);
    urls.remove(exchange.url, exchange.id);
    failedLogins.remove(exchange.id);
    shelf.removed(record);
    const own = tabShelf(exchange.tab);
    own.removed(record);
    if (own.size() === 0) tabs.delete(exchange.tab);
    dropped += 1;
    return record;
  }

  function makeRoom(id: string, tab: number | undefined): readonly SessionRecord[] {
    const gone: SessionRecord[] = [];
    const isFull = (): boolean => shelf.size() > limits.exchanges || characters > limits.characters;
    for (;;) {
      const own = tabShelf(tab);
      const full = own.size() > limits.exchangesPerTab ? own : isFull() ? shelf : undefined;
      const record = full === undefined ? undefined : drop(full.next(id));
      if (record === undefined) return gone;
      gone.push(record);
    }
  }

  return {
    get: find,
    withUrl: (url) => urls.find(url).flatMap((id) => find(id) ?? []),
    hasUrl: (url) => urls.find(url).length > 0,
    put: (record) => {
      const { id, tab, url } = record.exchange;
      const before = find(id);
      if (before !== undefined && before.number !== record.number) records.delete(id);
      records.set(id, record);
      weigh(record);
      if (before?.exchange.url !== url) {
        if (before !== undefined) urls.remove(before.exchange.url, id);
        urls.add(url, id);
      }
      if (before === undefined) {
        shelf.add(record);
        tabShelf(tab).add(record);
      } else if (rankOf(before) !== rankOf(record)) promote(record);
      const marked = failedLogins.put(record);
      for (const each of marked) {
        records.set(each.exchange.id, each);
        promote(each);
      }
      return { removed: makeRoom(id, tab), marked };
    },
    clear: () => {
      const ids = [...records.keys()];
      records.clear();
      sizes.clear();
      tabs.clear();
      urls = createUrlIndex();
      failedLogins.clear();
      shelf = createShelf(find);
      characters = 0;
      dropped = 0;
      return ids;
    },
    all: () => [...records.values()],
    dropped: () => dropped,
  };
}

/** What an exchange weighs, roughly: its texts. */
function sizeOf(exchange: Exchange): number {
  let size = 500 + exchange.url.length + (exchange.redirectTarget?.length ?? 0);
  for (const { name, value } of exchange.requestHeaders) size += name.length + value.length + 24;
  for (const { name, value } of exchange.responseHeaders) size += name.length + value.length + 24;
  return size + (exchange.requestBody?.text.length ?? 0) + (exchange.responseBody?.text.length ?? 0);
}
