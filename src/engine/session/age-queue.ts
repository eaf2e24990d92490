/** A record's place in the order of age, the same in all queues that it stands in. */
export interface Place {
  readonly id: string;
  /** How old the record is. */
  readonly number: number;
  /** True once the record is gone, or stands elsewhere. */
  isLeft: boolean;
}

/** Places by age, oldest out first. What was left is skipped, so that no removal has to search. */
export interface AgeQueue {
  /** What is added late goes where its number belongs. */
  push(place: Place): void;
  /** The oldest that was not left, but for the one of the record `except`. */
  oldest(except: string | undefined): Place | undefined;
  /** To be called when a place was left, so that the queue is not longer than what it queues. */
  trim(): void;
}

const compactFrom = 1024;

/** Makes a queue; each place that is the newest when it comes costs a constant amount over its life. */
export function createAgeQueue(): AgeQueue {
  let places: Place[] = [];
  let head = 0;

  /** Lets go of what was left, as far as that is the oldest. */
  function trim(): void {
    while (places[head]?.isLeft === true) head += 1;
    if (head < compactFrom || head * 2 < places.length) return;
    places = places.slice(head);
    head = 0;
  }

  function indexOf(number: number): number {
    let [low, high] = [head, places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle]?.number ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    push: (place) => {
      const last = places.at(-1);
      if (last === undefined || last.number <= place.number) places.push(place);
      else places.splice(indexOf(place.number), 0, place);
    },
    oldest: (except) => {
      trim();
      for (let index = head; index < places.length; index += 1) {
        const place = places[index];
        if (place?.isLeft === false && place.id !== except) return place;
      }
      return undefined;
    },
    trim,
  };
}
