import type { Exchange } from '../../engine/http/exchange.ts';
import { originOf } from '../../engine/http/url.ts';

/** Which tabs were opened by the page of another one, such as the popup of a login. */
export interface OpenedTabs {
  note(exchange: Exchange): void;
  isOpenedBy(tab: number, opener: number): boolean;
}

interface Tab {
  first: Exchange;
  readonly origins: Set<string>;
}

/**
 * The browser does not say which tab opened which, but it names the origin of the page that caused a request. A tab whose
 * first request was caused by a page was opened by it; one that the user opened has nobody behind its first request.
 */
export function createOpenedTabs(): OpenedTabs {
  const tabs = new Map<number, Tab>();
  return {
    note(exchange) {
      const { tab, initiator, kind, url, startedAt } = exchange;
      if (tab === undefined) return;
      const known = tabs.get(tab) ?? { first: exchange, origins: new Set() };
      if (startedAt < known.first.startedAt) known.first = exchange;
      if (kind === 'navigation') known.origins.add(originOf(url));
      if (initiator !== undefined) known.origins.add(initiator);
      tabs.set(tab, known);
    },
    isOpenedBy(tab, opener) {
      const first = tabs.get(tab)?.first;
      const from = tabs.get(opener);
      if (tab === opener || from === undefined || first?.initiator === undefined) return false;
      return (
        first.kind === 'navigation' &&
        from.first.startedAt <= first.startedAt &&
        from.origins.has(first.initiator)
      );
    },
  };
}
