import { expect, test } from 'vitest';
import { matchesFilter, parseFilter } from './filter.ts';

const flow = {
  client: ['shop-web'],
  host: ['dev-8134.okta.com'],
  error: ['invalid_grant'],
  parameter: ['redirect_uri', 'https://shop.example/cb'],
};

test.each([
  ['', true],
  ['okta', true],
  ['OKTA invalid_grant', true],
  ['okta invalid_client', false],
  ['host:okta', true],
  ['client:okta', false],
  ['-error:invalid_grant', false],
  ['-okta.test', true],
  ['https://shop.example/cb', true],
  ['"dev-8134.okta"', true],
  ['host:', false],
])('the filter %j gives %j', (text, expected) => {
  expect(matchesFilter(parseFilter(text), flow)).toBe(expected);
});

test('a filter is read into words', () => {
  expect(parseFilter('host:a -error:"b c"')).toEqual([
    { field: 'host', text: 'a', negated: false },
    { field: 'error', text: 'b c', negated: true },
  ]);
});
