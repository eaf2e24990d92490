import { expect, test } from 'vitest';
import { marksUnder } from './marks.ts';

test.each([
  ['an extra character', 'https://app.test/cb/', 'https://app.test/cb', '                   ^'],
  ['a part of a word', 'https://app.test/cb', 'https://app.example/cb', '            ^^^^'],
  [
    'letters that two words share by chance',
    'localhost:4702/token',
    'localhost:4701/auth',
    '             ^^^^^^^',
  ],
  [
    'two differences far apart',
    'http://a.test/callback1',
    'https://a.test/callback',
    '                      ^',
  ],
  ['nothing', 'same', 'same', ''],
])('marks %s', (_, value, reference, marks) => {
  expect(marksUnder(value, reference)).toBe(marks);
});

test('marks a placeholder as a whole, and nothing in it when the other has it too', () => {
  const [one, other] = ['‹code·1d18-42f1·43 chars›', '‹code·9e0a-42f1·43 chars›'];
  expect(marksUnder(`https://app.test/?code=${one}`, `https://app.test/?code=${other}`)).toBe(
    `${' '.repeat(23)}${'^'.repeat(one.length)}`,
  );
  expect(marksUnder(`${one}/`, one)).toBe(`${' '.repeat(one.length)}^`);
});

test('marks nothing when nothing is common', () => {
  expect(marksUnder('‹code·1d18-42f1·43 chars›', '‹state·9e0a-42f1·22 chars›')).toBe('');
});

test('marks the middle of texts too long to compare as a whole', () => {
  expect(marksUnder(`x${'a'.repeat(600)}`, `x${'b'.repeat(600)}`)).toBe(` ${'^'.repeat(600)}`);
});
