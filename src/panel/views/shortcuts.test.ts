import { expect, test } from 'vitest';
import { shortcuts } from './shortcuts.ts';

test('no key is given away twice, and each is told in the help', () => {
  const keys = shortcuts.map(({ key }) => key).filter((key) => key !== '');
  expect(new Set(keys).size).toBe(keys.length);
  expect(shortcuts.every(({ shown, words }) => shown !== '' && words !== '')).toBe(true);
});
