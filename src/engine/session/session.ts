import type { Exchange } from '../http/exchange.ts';
import type { CaptureEvent } from './capture-event.ts';
import { continued, nextOf, type HopOptions } from './hop.ts';
import { findObserved, fromObservation, withObservation } from './observe.ts';
import type { SessionRecord } from './record.ts';
import { createStock, type Forgotten, type Limits } from './stock.ts';

/** What the log is made with. */
export interface SessionOptions extends HopOptions {
  readonly limits: Limits;
  /** What an earlier log had stored, in any order. */
  readonly records: readonly SessionRecord[];
  readonly forgotten: Forgotten;
}

/** What one event changed. */
export interface Changes {
  readonly changed: SessionRecord | undefined;
  /** Records to be stored anew, whose exchange is what it was. */
  readonly marked: readonly SessionRecord[];
  readonly removed: readonly string[];
}

/** The log of exchanges: a fold over capture events, whose cost per event does not grow with what is stored. */
export interface Session {
  apply(event: CaptureEvent): Changes;
  /** Keeps as much as these say from now on. */
  limit(limits: Limits): Changes;
  /** Is a request with this id being followed? Asked for every event of every request. */
  follows(request: string): boolean;
  /** Is there an exchange with this URL? Tells a preflight that belongs to one. */
  hasUrl(url: string): boolean;
  exchanges(): readonly Exchange[];
  /** The same object until it changes. */
  forgotten(): Forgotten;
}

const nothing: Changes = { changed: undefined, marked: [], removed: [] };

/** Makes a log, with what an earlier one had stored: the two are the same from there on. */
export function createSession(options: SessionOptions): Session {
  const stock = createStock(options.limits, options.forgotten);
  /** The latest hop of each request that has not ended. */
  const live = new Map<string, string>();
  let count = 0;

  for (const record of [...options.records].sort((one, other) => one.number - other.number)) {
    stock.put(record);
    follow(record);
    count = record.number + 1;
  }

  function follow({ request, ended, exchange }: SessionRecord): void {
    if (request === undefined) return;
    if (ended) live.delete(request);
    else live.set(request, exchange.id);
  }

  function latest(request: string): SessionRecord | undefined {
    const id = live.get(request);
    return id === undefined ? undefined : stock.get(id);
  }

  function put(record: SessionRecord | undefined): Changes {
    if (record === undefined) return nothing;
    count = Math.max(count, record.number + 1);
    follow(record);
    const { removed, marked } = stock.put(record);
    return { changed: record, marked, removed: removed.map(forget) };
  }

  function forget({ request, ended, exchange: { id } }: SessionRecord): string {
    if (!ended && request !== undefined && live.get(request) === id) live.delete(request);
    return id;
  }

  return {
    apply: (event) => {
      switch (event.type) {
        case 'request_started':
          return put(nextOf(latest(event.details.requestId), event, count, options));
        case 'observed': {
          const { answer } = event;
          const found = findObserved(stock.withUrl(answer.url), answer);
          if (found === 'known') return nothing;
          // Its exchange was here and is not any more; a late answer does not bring it back.
          if (found === undefined && answer.startedAt <= stock.forgotten().until) return nothing;
          return put(
            found === undefined ? fromObservation(answer, count, options) : withObservation(found, answer),
          );
        }
        case 'cleared': {
          live.clear();
          return { ...nothing, removed: stock.clear(event.at) };
        }
        default: {
          const record = latest(event.details.requestId);
          return put(record === undefined ? undefined : continued(record, event, count));
        }
      }
    },
    limit: (limits) => ({ ...nothing, removed: stock.limit(limits).map(forget) }),
    follows: (request) => live.size > 0 && live.has(request),
    hasUrl: (url) => stock.hasUrl(url),
    exchanges: () => stock.all().map(({ exchange }) => exchange),
    forgotten: () => stock.forgotten(),
  };
}
