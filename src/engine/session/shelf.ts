import { createAgeQueue, type Place } from './age-queue.ts';
import type { SessionRecord } from './record.ts';

/** The records of the log or of one tab, in the order in which they are dropped. */
export interface Shelf {
  add(record: SessionRecord, place: Place): void;
  /** To be told, with its new place, when a record turns out to be related, or of a failed login, after all. */
  promote(record: SessionRecord, place: Place): void;
  /** To be told of a record whose place was left. */
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

/** Makes an empty shelf. */
export function createShelf(): Shelf {
  const [unrelated, related, ofFailed] = [createAgeQueue(), createAgeQueue(), createAgeQueue()];
  const queues = [unrelated, related, ofFailed] as const;
  const whereFailedFillHalf = [unrelated, ofFailed, related] as const;
  let size = 0;
  let failed = 0;

  function push(record: SessionRecord, place: Place): void {
    if (record.failed) failed += 1;
    queues[rankOf(record)].push(place);
  }

  return {
    add: (record, place) => {
      size += 1;
      push(record, place);
    },
    promote: (record, place) => {
      push(record, place);
      for (const queue of queues) queue.trim();
    },
    removed: (record) => {
      size -= 1;
      if (record.failed) failed -= 1;
      queues[rankOf(record)].trim();
    },
    size: () => size,
    next: (except) => {
      for (const queue of failed * 2 > size ? whereFailedFillHalf : queues) {
        const place = queue.oldest(except);
        if (place !== undefined) return place.id;
      }
      return undefined;
    },
  };
}
