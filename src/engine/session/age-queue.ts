/** Ids by age, oldest out first. What left by another way is skipped, so that no removal has to search. */
export interface AgeQueue {
  /** `number` says how old it is; what is added late goes to its place. */
  push(id: string, number: number): void;
  /** Takes out the oldest that is still current. */
  shift(): string | undefined;
  /** To be called when something left by another way, so that the queue is not longer than what it queues. */
  trim(): void;
}

interface Place {
  readonly id: string;
  readonly number: number;
}

const compactFrom = 1024;

/** Makes a queue; each id that is the newest when it comes costs a constant amount over its life. */
export function createAgeQueue(isCurrent: (id: string) => boolean): AgeQueue {
  let places: Place[] = [];
  let head = 0;

  function compact(): void {
    if (head < compactFrom || head * 2 < places.length) return;
    places = places.slice(head);
    head = 0;
  }

  /** Lets go of what is not current any more, as far as that is the oldest. */
  function trim(): void {
    for (let place = places[head]; place !== undefined && !isCurrent(place.id); place = places[head]) {
      head += 1;
      compact();
    }
  }

  function placeOf(number: number): number {
    let [low, high] = [head, places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle]?.number ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    push: (id, number) => {
      const last = places.at(-1);
      if (last === undefined || last.number <= number) places.push({ id, number });
      else places.splice(placeOf(number), 0, { id, number });
    },
    shift: () => {
      trim();
      const oldest = places[head];
      if (oldest === undefined) return undefined;
      head += 1;
      compact();
      return oldest.id;
    },
    trim,
  };
}
