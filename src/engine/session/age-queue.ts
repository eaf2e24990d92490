/** Ids by age, oldest out first. What left by another way is skipped, so that no removal has to search. */
export interface AgeQueue {
  push(id: string): void;
  /** Takes out the oldest that is still current. */
  shift(): string | undefined;
}

const compactFrom = 1024;

/** Makes a queue; each id costs a constant amount over its life. */
export function createAgeQueue(isCurrent: (id: string) => boolean): AgeQueue {
  let ids: string[] = [];
  let head = 0;

  function compact(): void {
    if (head < compactFrom || head * 2 < ids.length) return;
    ids = ids.slice(head);
    head = 0;
  }

  return {
    push: (id) => void ids.push(id),
    shift: () => {
      while (head < ids.length) {
        const id = ids[head];
        head += 1;
        compact();
        if (id !== undefined && isCurrent(id)) return id;
      }
      return undefined;
    },
  };
}
