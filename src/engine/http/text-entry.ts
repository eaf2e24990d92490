import type { Exchange } from './exchange.ts';
import { fromHarEntry } from './har-entry.ts';
import type { JsonObject } from './json.ts';

/** An exchange from messages that were written as text: as whole as they stand there, and of no tab. */
export function fromTextEntry(
  entry: JsonObject,
  url: string,
  method: string,
  place: Pick<Exchange, 'id' | 'startedAt'> & { readonly source: string },
): Exchange {
  const exchange = fromHarEntry(entry, url, method, {
    ...place,
    tab: undefined,
    frame: undefined,
    dialect: {
      headersComplete: true,
      tellsFailures: true,
      leavesOutFailures: false,
      bodiesComplete: true,
      pagesAreTabs: false,
      isOneTab: false,
      chainsAreOne: false,
      statesKnown: false,
    },
  });
  // A text of a request alone is no report of an answer that failed to come.
  return { ...exchange, networkError: undefined };
}
