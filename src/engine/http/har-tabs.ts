import type { HarDialect } from './har-dialect.ts';
import { stringOf, type JsonObject } from './json.ts';

/** Numbers the tabs and frames a HAR names, in order of appearance. */
export interface Tabs {
  placeOf(entry: JsonObject): { readonly tab: number | undefined; readonly frame: number | undefined };
}

/**
 * Only Playwright tells tabs and frames (`pageref`, `_frameref`); a page's first frame is its main frame. In an export of
 * a browser's tools what belongs to a page is of their one tab; what does not was put there by another recorder.
 */
export function createTabs({ pagesAreTabs, isOneTab }: Pick<HarDialect, 'pagesAreTabs' | 'isOneTab'>): Tabs {
  const pages = new Map<string, { readonly tab: number; readonly frames: Map<string, number> }>();
  const unknown = { tab: undefined, frame: undefined };
  return {
    placeOf(entry) {
      const page = stringOf(entry['pageref']);
      if (page !== undefined && isOneTab) return { tab: 1, frame: undefined };
      if (page === undefined || !pagesAreTabs) return unknown;
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
