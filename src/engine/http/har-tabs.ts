import { stringOf, type JsonObject } from './json.ts';

/** Numbers the tabs and frames a HAR names, in order of appearance. */
export interface Tabs {
  placeOf(entry: JsonObject): { readonly tab: number | undefined; readonly frame: number | undefined };
}

/** Only Playwright tells tabs and frames (`pageref`, `_frameref`); a page's first frame is its main frame. */
export function createTabs(pagesAreTabs: boolean): Tabs {
  const pages = new Map<string, { readonly tab: number; readonly frames: Map<string, number> }>();
  const unknown = { tab: undefined, frame: undefined };
  return {
    placeOf(entry) {
      const page = pagesAreTabs ? stringOf(entry['pageref']) : undefined;
      if (page === undefined) return unknown;
      const known = pages.get(page) ?? { tab: pages.size + 1, frames: new Map<string, number>() };
      pages.set(page, known);
      const frame = stringOf(entry['_frameref']);
      if (frame === undefined) return { tab: known.tab, frame: undefined };
      const number = known.frames.get(frame) ?? known.frames.size;
      known.frames.set(frame, number);
      return { tab: known.tab, frame: number };
    },
  };
}
