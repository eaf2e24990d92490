import { expect, test } from 'vitest';
import { createUrlIndex } from './url-index.ts';

const token = 'https://op.test/token';

test('an address is found with and without its fragment, and until all that had it are removed', () => {
  const urls = createUrlIndex();
  const first = urls.add(`${token}#a`, '1');
  const second = urls.add(token, '2');
  expect([urls.find(token), urls.find(`${token}#b`)]).toEqual([
    ['1', '2'],
    ['1', '2'],
  ]);
  urls.remove(second);
  expect(urls.has(token)).toBe(true);
  urls.remove(first);
  expect([urls.has(token), urls.find(token)]).toEqual([false, []]);
});

test('however often an address is asked, no more are looked at than the newest', () => {
  const urls = createUrlIndex();
  const count = 10_000;
  for (let index = 0; index < count; index += 1) urls.add(token, String(index));
  const found = urls.find(token);
  expect(found.length).toBeLessThanOrEqual(64);
  expect(found.slice(-2)).toEqual([String(count - 2), String(count - 1)]);
});
