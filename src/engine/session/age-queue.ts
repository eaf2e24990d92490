/** Ids by age, oldest out first. What left by another way is skipped, so that no removal has to search. */
export interface AgeQueue {
  /** `number` says how old it is; what is added late goes to its place. */
  push(id: string, number: number): void;
  /** Takes out the oldest that is still current. */
  shift(): string | undefined;
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
      while (head < places.length) {
        const place = places[head];
        head += 1;
        compact();
        if (place !== undefined && isCurrent(place.id)) return place.id;
      }
      return undefined;
    },
  };
}
