import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeOnce, parameterValue, parseParameters } from './parameters.ts';

// https://url.spec.whatwg.org/#urlencoded-parsing, and values that break clients.
test.each([
  ['a+b', 'a b', false],
  ['a%2Bb', 'a+b', false],
  ['%2520', '%20', false],
  ['%C3%A9', 'é', false],
  ['100%', '100%', true],
  ['%zz%20', '%zz ', true],
  ['%E9t%C3%A9', '%E9té', true],
  ['', '', false],
])('"%s" is decoded once to "%s"', (raw, value, malformed) => {
  expect(decodeOnce(raw)).toEqual({ value, malformed });
});

test('duplicates, order, empty values and the raw form are kept; empty pairs are not', () => {
  expect(parseParameters('scope=a+b&&scope=c&flag&state=')).toEqual([
    { name: 'scope', value: 'a b', raw: 'a+b', malformed: false },
    { name: 'scope', value: 'c', raw: 'c', malformed: false },
    { name: 'flag', value: '', raw: '', malformed: false },
    { name: 'state', value: '', raw: '', malformed: false },
  ]);
  expect(parseParameters('')).toEqual([]);
});

test('only the first equals sign separates', () => {
  expect(parameterValue(parseParameters('id_token_hint=aa==&x=1'), 'id_token_hint')).toBe('aa==');
});

test('any pairs that are printed are read back', () => {
  const pairs = fc.array(
    fc.tuple(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' })),
  );
  fc.assert(
    fc.property(pairs, (list) => {
      const text = new URLSearchParams(list.map(([name, value]) => [name, value])).toString();
      expect(parseParameters(text).map(({ name, value }) => [name, value])).toEqual(list);
    }),
  );
});
