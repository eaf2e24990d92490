import { withoutFragment } from '../http/url.ts';

/** Exchanges by their URL without the fragment, newest last. */
export interface UrlIndex {
  add(url: string, id: string): void;
  remove(url: string, id: string): void;
  find(url: string): readonly string[];
}

/** An endpoint that is polled has no use for its older exchanges here: what is merged into them came long ago. */
const perUrl = 32;

const none: readonly string[] = [];

/** Makes an empty index; each step costs at most `perUrl`. */
export function createUrlIndex(): UrlIndex {
  const byUrl = new Map<string, string[]>();
  return {
    add: (url, id) => {
      const key = withoutFragment(url);
      const ids = byUrl.get(key);
      if (ids === undefined) byUrl.set(key, [id]);
      else if (ids.push(id) > perUrl) ids.shift();
    },
    remove: (url, id) => {
      const key = withoutFragment(url);
      const ids = byUrl.get(key);
      const at = ids?.indexOf(id) ?? -1;
      if (ids === undefined || at < 0) return;
      ids.splice(at, 1);
      if (ids.length === 0) byUrl.delete(key);
    },
    find: (url) => byUrl.get(withoutFragment(url)) ?? none,
  };
}
