import { expect, test } from 'vitest';
import { createHeaderReader } from './har-headers.ts';

test('a header that repeats the last of its name is held once', () => {
  const read = createHeaderReader();
  const [first, second, third] = ['a', 'a', 'b'].map((value) => read([{ name: 'Accept', value }])[0]);
  expect([first, second, third]).toEqual([
    { name: 'Accept', value: 'a' },
    { name: 'Accept', value: 'a' },
    { name: 'Accept', value: 'b' },
  ]);
  expect(second).toBe(first);
});

test('headers of one name with several values keep them all, in order, and what is no header is left out', () => {
  const read = createHeaderReader();
  const cookies = ['a=1', 'b=2', 'a=1'].map((value) => ({ name: 'Set-Cookie', value }));
  expect(read([...cookies, { name: 'x' }, null])).toEqual(cookies);
  expect(read(cookies)).toEqual(cookies);
});
