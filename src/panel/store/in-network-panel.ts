import type { Exchange } from '../../engine/http/exchange.ts';
import { withoutQuery } from '../../engine/http/url.ts';
import type { StoreParts } from './store-parts.ts';

/** How to show a request in the Network panel; undefined where it cannot be there. */
export type InNetwork = (exchange: Exchange) => (() => void) | undefined;

/** Finds a masked request of the inspected tab by method and path. */
export function inNetworkPanel(
  { tab, method, url }: Exchange,
  { tab: inspected, showInNetwork }: StoreParts,
): (() => void) | undefined {
  if (showInNetwork === undefined || tab === undefined || tab !== inspected) return undefined;
  return () => showInNetwork(`method:${method} url:${pathOf(url)}`);
}

/** The path as far as nothing in it is masked. DevTools keeps its filter on disk, so the query stays out of it. */
function pathOf(url: string): string {
  return withoutQuery(url)
    .replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '')
    .replace(/‹.*/, '');
}
