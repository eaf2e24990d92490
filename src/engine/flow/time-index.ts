/** Values under a key in order of time; finding the neighbours of an instant does not get slower as a key fills. */
export interface TimeIndex<T> {
  add(key: string, time: number, id: string, value: T): void;
  remove(key: string, time: number, id: string): void;
  /** Values from `from` to `to`, both included, in order. */
  range(key: string, from: number, to: number): readonly T[];
  /** The last `reach` values from `from` to `to`, in order. */
  latest(key: string, from: number, to: number): readonly T[];
  /** The first value from `from` to `to` that passes. */
  firstFrom(key: string, from: number, to: number, passes: (value: T) => boolean): T | undefined;
  /** The latest value at or before `time` that passes, among the `reach` values that stand there. */
  lastBefore(key: string, time: number, passes: (value: T) => boolean): T | undefined;
  /** The values that see one at `time` when they look back with `lastBefore`: those at that instant and `reach` more. */
  observers(key: string, time: number): readonly T[];
}

interface Entry<T> {
  readonly time: number;
  readonly id: string;
  readonly value: T;
}

/** How far back `lastBefore` and `latest` look, so that their cost does not grow with the log. */
const reach = 64;

/** An empty index. */
export function createTimeIndex<T>(): TimeIndex<T> {
  const lists = new Map<string, Entry<T>[]>();
  return {
    add(key, time, id, value) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [{ time, id, value }]);
      else list.splice(firstAfter(list, time, id), 0, { time, id, value });
    },
    remove(key, time, id) {
      const list = lists.get(key);
      const index = list === undefined ? -1 : firstAfter(list, time, id) - 1;
      if (list === undefined || list[index]?.id !== id) return;
      list.splice(index, 1);
      if (list.length === 0) lists.delete(key);
    },
    range(key, from, to) {
      const list = lists.get(key) ?? [];
      return list.slice(firstAfter(list, from, ''), firstAfter(list, to, last)).map((entry) => entry.value);
    },
    latest(key, from, to) {
      const list = lists.get(key) ?? [];
      const end = firstAfter(list, to, last);
      return list.slice(Math.max(firstAfter(list, from, ''), end - reach), end).map((entry) => entry.value);
    },
    firstFrom(key, from, to, passes) {
      const list = lists.get(key) ?? [];
      for (let index = firstAfter(list, from, ''); index < list.length; index++) {
        const entry = list[index];
        if (entry === undefined || entry.time > to) return undefined;
        if (passes(entry.value)) return entry.value;
      }
      return undefined;
    },
    lastBefore(key, time, passes) {
      const list = lists.get(key) ?? [];
      const start = firstAfter(list, time, last) - 1;
      for (let index = start; index >= 0 && start - index < reach; index--) {
        const entry = list[index];
        if (entry !== undefined && passes(entry.value)) return entry.value;
      }
      return undefined;
    },
    observers(key, time) {
      const list = lists.get(key) ?? [];
      return list
        .slice(firstAfter(list, time, ''), firstAfter(list, time, last) + reach)
        .map((entry) => entry.value);
    },
  };
}

/** Sorts after every id. */
const last = '\uffff';

/** Index of the first entry that stands after (time, id). */
function firstAfter<T>(list: readonly Entry<T>[], time: number, id: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && (entry.time < time || (entry.time === time && entry.id <= id)))
      low = middle + 1;
    else high = middle;
  }
  return low;
}
