import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTimeIndex } from './time-index.ts';

interface Item {
  readonly id: string;
  readonly time: number;
}

function indexOf(items: readonly Item[]) {
  const index = createTimeIndex<Item>();
  for (const item of items) index.add('k', item.time, item.id, item);
  return index;
}

const items = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 0, max: 999 }).map(String), time: fc.integer({ min: 0, max: 20 }) }),
  { selector: ({ id }) => id, maxLength: 200 },
);

test('values come out in order of time, then of id, in whatever order they came in', () => {
  fc.assert(
    fc.property(items, (list) => {
      const sorted = [...list].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
      expect(indexOf(list).range('k', -Infinity, Infinity)).toEqual(sorted);
      expect(indexOf(list).range('k', 5, 9)).toEqual(sorted.filter(({ time }) => time >= 5 && time <= 9));
    }),
  );
});

test('the latest are the last 64 of a range', () => {
  fc.assert(
    fc.property(items, (list) => {
      const index = indexOf(list);
      for (const [from, to] of [
        [0, 20],
        [5, 9],
      ] as const)
        expect(index.latest('k', from, to)).toEqual(index.range('k', from, to).slice(-64));
    }),
  );
});

test('what is removed was never there', () => {
  fc.assert(
    fc.property(items, items, (kept, gone) => {
      const removed = gone.map((item) => ({ ...item, id: `x${item.id}` }));
      const index = indexOf([...removed, ...kept]);
      for (const { id, time } of removed) index.remove('k', time, id);
      index.remove('k', 3, 'never');
      expect(index.range('k', -Infinity, Infinity)).toEqual(indexOf(kept).range('k', -Infinity, Infinity));
    }),
  );
});

test('every value that looks back and finds another is an observer of it', () => {
  fc.assert(
    fc.property(items, (list) => {
      const index = indexOf(list);
      for (const found of list) {
        const observers = index.observers('k', found.time);
        for (const seeker of list) {
          if (index.lastBefore('k', seeker.time, (item) => item === found) !== undefined)
            expect(observers).toContain(seeker);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('a key without values has none', () => {
  const index = createTimeIndex<Item>();
  expect(index.range('k', 0, 1)).toEqual([]);
  expect(index.observers('k', 0)).toEqual([]);
  expect(index.lastBefore('k', 0, () => true)).toBeUndefined();
});
