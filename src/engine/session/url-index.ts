import { withoutFragment } from '../http/url.ts';

/** Exchanges by their URL without the fragment. */
export interface UrlIndex {
  /** Answers where it stands now. */
  add(url: string, id: string): UrlEntry;
  remove(entry: UrlEntry): void;
  has(url: string): boolean;
  /** The newest that were added, the newest last; some of them may have been removed since. */
  find(url: string): readonly string[];
}

/** Are both the same to the index? */
export function isSameUrl(one: string, other: string): boolean {
  return withoutFragment(one) === withoutFragment(other);
}

/** An endpoint that is polled has no use for its older exchanges here: what is merged into them came long ago. */
const perUrl = 32;

/** One URL, and who has it; only the index changes it. */
export interface UrlEntry {
  readonly key: string;
  /** How many were added and not removed. */
  count: number;
  ids: string[];
}

/** Makes an empty index; no step but `find` costs more when more is in it: what is removed is counted, and not searched. */
export function createUrlIndex(): UrlIndex {
  const byUrl = new Map<string, UrlEntry>();
  return {
    add: (url, id) => {
      const key = withoutFragment(url);
      const known = byUrl.get(key);
      if (known === undefined) {
        const entry = { key, count: 1, ids: [id] };
        byUrl.set(key, entry);
        return entry;
      }
      known.count += 1;
      known.ids.push(id);
      if (known.ids.length >= 2 * perUrl) known.ids = known.ids.slice(-perUrl);
      return known;
    },
    remove: (entry) => {
      entry.count -= 1;
      if (entry.count === 0) byUrl.delete(entry.key);
    },
    has: (url) => byUrl.has(withoutFragment(url)),
    find: (url) => byUrl.get(withoutFragment(url))?.ids.slice(-perUrl) ?? [],
  };
}
