import { withoutFragment } from '../http/url.ts';

/** Exchanges by their URL without the fragment. */
export interface UrlIndex {
  add(url: string, id: string): void;
  remove(url: string): void;
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

interface Entry {
  /** How many were added and not removed. */
  count: number;
  ids: string[];
}

/** Makes an empty index; no step but `find` costs more when more is in it: what is removed is counted, and not searched. */
export function createUrlIndex(): UrlIndex {
  const byUrl = new Map<string, Entry>();
  return {
    add: (url, id) => {
      const key = withoutFragment(url);
      const entry = byUrl.get(key);
      if (entry === undefined) {
        byUrl.set(key, { count: 1, ids: [id] });
        return;
      }
      entry.count += 1;
      entry.ids.push(id);
      if (entry.ids.length >= 2 * perUrl) entry.ids = entry.ids.slice(-perUrl);
    },
    remove: (url) => {
      const key = withoutFragment(url);
      const entry = byUrl.get(key);
      if (entry === undefined) return;
      entry.count -= 1;
      if (entry.count === 0) byUrl.delete(key);
    },
    has: (url) => byUrl.has(withoutFragment(url)),
    find: (url) => byUrl.get(withoutFragment(url))?.ids.slice(-perUrl) ?? [],
  };
}
