import { withoutFragment } from '../http/url.ts';

/** Exchanges by their URL without the fragment, newest last. */
export interface UrlIndex {
  add(url: string, id: string): void;
  remove(url: string, id: string): void;
  has(url: string): boolean;
  find(url: string): readonly string[];
}

/** An endpoint that is polled has no use for its older exchanges here: what is merged into them came long ago. */
const perUrl = 32;

/** Makes an empty index; no step but `find` costs more when more is in it: sets take out without a search. */
export function createUrlIndex(): UrlIndex {
  const byUrl = new Map<string, Set<string>>();
  return {
    add: (url, id) => {
      const key = withoutFragment(url);
      const ids = byUrl.get(key);
      if (ids === undefined) byUrl.set(key, new Set([id]));
      else if (ids.add(id).size > perUrl) for (const oldest of ids) return void ids.delete(oldest);
    },
    remove: (url, id) => {
      const key = withoutFragment(url);
      const ids = byUrl.get(key);
      if (ids?.delete(id) === true && ids.size === 0) byUrl.delete(key);
    },
    has: (url) => byUrl.has(withoutFragment(url)),
    find: (url) => [...(byUrl.get(withoutFragment(url)) ?? [])],
  };
}
