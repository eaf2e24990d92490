import { expect, test } from 'vitest';
import { windowOf } from './windowing.ts';

const thousand = Array.from({ length: 1000 }, () => 40);

test('only the rows in view are drawn, and the space of the others is kept', () => {
  expect(windowOf(thousand, 4000, 400, 0)).toEqual({ first: 100, end: 110, before: 4000, after: 35_600 });
});

test('overscan adds rows on both sides', () => {
  expect(windowOf(thousand, 4000, 400, 80)).toEqual({ first: 98, end: 112, before: 3920, after: 35_520 });
});

test('a short list is drawn whole, an empty one is nothing', () => {
  expect(windowOf([24, 40], 0, 400)).toEqual({ first: 0, end: 2, before: 0, after: 0 });
  expect(windowOf([], 0, 400)).toEqual({ first: 0, end: 0, before: 0, after: 0 });
});
