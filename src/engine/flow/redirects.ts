import type { Exchange } from '../http/exchange.ts';
import type { Correlator } from './correlate.ts';
import { tabOf, type Node } from './node.ts';
import { createTimeIndex } from './time-index.ts';

/** A browser follows a redirect within this time, milliseconds. */
const follows = 10_000;

/** Requests whose answers led to others; those of scripts too, which are no hops. */
export interface Redirects {
  /** Returns the messages that this exchange led to. */
  ingest(exchange: Exchange): readonly Node[];
  remove(exchange: Exchange): readonly Node[];
  /** The request in the tab of an exchange whose answer led to it. */
  redirectTo(exchange: Exchange): Exchange | undefined;
}

/** An empty index that asks the correlator for messages. */
export function createRedirects({ tabs }: Pick<Correlator, 'tabs'>): Redirects {
  const index = createTimeIndex<Exchange>();

  function placeOf(exchange: Exchange) {
    const tab = tabOf(exchange);
    const { redirectTarget: target } = exchange;
    return tab === undefined || target === undefined ? undefined : { tab, target, key: `${tab} ${target}` };
  }

  function led({ startedAt }: Exchange, { tab, target }: { tab: string; target: string }): readonly Node[] {
    return tabs
      .range(tab, startedAt, startedAt + follows)
      .filter(({ message }) => message.exchange.url === target);
  }

  return {
    ingest(exchange) {
      const place = placeOf(exchange);
      if (place === undefined) return [];
      index.add(place.key, exchange.startedAt, exchange.id, exchange);
      return led(exchange, place);
    },
    remove(exchange) {
      const place = placeOf(exchange);
      if (place === undefined) return [];
      index.remove(place.key, exchange.startedAt, exchange.id);
      return led(exchange, place);
    },
    redirectTo(exchange) {
      const { startedAt, url } = exchange;
      return index
        .range(`${tabOf(exchange) ?? ''} ${url}`, startedAt - follows, startedAt)
        .findLast(({ id }) => id !== exchange.id);
    },
  };
}
