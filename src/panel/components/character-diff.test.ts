import { expect, test } from 'vitest';
import { commonest, diffCharacters } from './character-diff.ts';

test.each([
  ['https://app.test/cb', 'https://app.test/cb', '[https://app.test/cb]'],
  ['https://app.test/cb', 'https://app.test/cb/', '[https://app.test/cb]+/+'],
  ['https://app.test/cb/', 'https://app.test/cb', '[https://app.test/cb]-/-'],
  ['http://a', 'https://a', '[http]+s+[://a]'],
  ['localhost', '127.0.0.1', '+127.0.0.1+'],
  ['http://localhost:37299/a', 'http://localhost:43927/a', '[http://localhost:]+43927+[/a]'],
  ['', 'x', '+x+'],
  ['x', '', '-x-'],
  ['', '', ''],
  ['aXbYc', 'abc', '[a]-X-[b]-Y-[c]'],
  ['a=‹code·a3f9·43 chars›', 'a=‹code·a3f1·43 chars›', '[a=]+‹code·a3f1·43 chars›+'],
])('the difference of %j and %j is marked', (reference, value, expected) => {
  const drawn = diffCharacters(reference, value).map(({ kind, text }) =>
    kind === 'same' ? `[${text}]` : kind === 'different' ? `+${text}+` : `-${text}-`,
  );
  expect(drawn.join('')).toBe(expected);
});

test('a very long difference is marked as a whole', () => {
  const value = 'b'.repeat(2000);
  expect(diffCharacters('a'.repeat(2000), value)).toEqual([{ kind: 'different', text: value }]);
});

test('the reference is what most rows have', () => {
  expect(commonest(['a', 'b', 'b'])).toBe('b');
  expect(commonest(['a', 'b'])).toBe('a');
});
