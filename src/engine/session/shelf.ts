import { createAgeQueue } from './age-queue.ts';
import type { SessionRecord } from './record.ts';

/** The records of the log or of one tab, in the order in which they are dropped. */
export interface Shelf {
  add(record: SessionRecord): void;
  /** To be told when a record turns out to be related, or of a failed login, after all. */
  promote(record: SessionRecord): void;
  removed(record: SessionRecord): void;
  size(): number;
  /**
   * The next to drop, never `except`: the oldest unrelated navigation, else the oldest of what is of no failed login, else the
   * oldest. Failed logins that fill half of the shelf leave the rest to the login that is under way.
   */
  next(except: string | undefined): string | undefined;
}

/** How late a record is dropped. */
export function rankOf({ related, failed }: SessionRecord): 0 | 1 | 2 {
  return failed ? 2 : related ? 1 : 0;
}

/** Makes a shelf over the records that `find` knows. */
export function createShelf(find: (id: string) => SessionRecord | undefined): Shelf {
  const ofRank = (rank: number) =>
    createAgeQueue((id) => {
      const record = find(id);
      return record !== undefined && rankOf(record) === rank;
    });
  const queues = [ofRank(0), ofRank(1), ofRank(2)] as const;
  let size = 0;
  let failed = 0;

  function push(record: SessionRecord): void {
    if (record.failed) failed += 1;
    queues[rankOf(record)].push(record.exchange.id, record.number);
  }

  return {
    add: (record) => {
      size += 1;
      push(record);
    },
    promote: push,
    removed: (record) => {
      size -= 1;
      if (record.failed) failed -= 1;
      for (const queue of queues) queue.trim();
    },
    size: () => size,
    next: (except) => {
      const [unrelated, related, ofFailed] = queues;
      const order = failed * 2 > size ? [unrelated, ofFailed, related] : queues;
      for (const queue of order) {
        const id = queue.shift();
        if (id === undefined) continue;
        if (id !== except) return id;
        const other = queue.shift();
        const record = find(id);
        if (record !== undefined) queue.push(id, record.number);
        if (other !== undefined) return other;
      }
      return undefined;
    },
  };
}
