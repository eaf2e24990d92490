import { createAgeQueue } from './age-queue.ts';
import type { SessionRecord } from './record.ts';

/** The records of the log or of one tab, in the order in which they are dropped. */
export interface Shelf {
  add(record: SessionRecord): void;
  /** To be told when a record turns out to be related after all. */
  promote(record: SessionRecord): void;
  removed(): void;
  size(): number;
  /** The next to drop: the oldest unrelated navigation, else the oldest of all; never `except`. */
  next(except: string): string | undefined;
}

/** Makes a shelf over the records that `find` knows. */
export function createShelf(find: (id: string) => SessionRecord | undefined): Shelf {
  const unrelated = createAgeQueue((id) => find(id)?.related === false);
  const related = createAgeQueue((id) => find(id)?.related === true);
  let size = 0;

  const queueOf = (record: SessionRecord) => (record.related ? related : unrelated);

  return {
    add: (record) => {
      size += 1;
      queueOf(record).push(record.exchange.id);
    },
    promote: (record) => queueOf(record).push(record.exchange.id),
    removed: () => void (size -= 1),
    size: () => size,
    next: (except) => {
      for (const queue of [unrelated, related]) {
        const id = queue.shift();
        if (id === undefined) continue;
        if (id !== except) return id;
        const other = queue.shift();
        queue.push(except);
        if (other !== undefined) return other;
      }
      return undefined;
    },
  };
}
