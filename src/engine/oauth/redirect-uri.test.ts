import { expect, test } from 'vitest';
import {
  isSameAfterNormalisation,
  redirectUriDifferences,
  redirectUriDifferenceWords,
} from './redirect-uri.ts';

test.each([
  ['https://app.test/cb', 'https://app.test/cb', []],
  ['https://app.test/cb', 'https://app.test/cb/', ['trailing_slash']],
  ['https://app.test', 'https://app.test/', ['trailing_slash']],
  ['https://app.test/cb', 'http://app.test/cb', ['scheme']],
  ['http://localhost:3000/cb', 'http://127.0.0.1:3000/cb', ['host_loopback_name']],
  ['http://[::1]:3000/cb', 'http://localhost:3000/cb', ['host_loopback_name']],
  ['https://app.test/cb', 'https://0.0.0.0/cb', ['host_internal']],
  ['https://app.test/cb', 'https://web/cb', ['host_internal']],
  ['https://app.test/cb', 'https://www.app.test/cb', ['host_www']],
  ['https://app.test/cb', 'https://dev.app.test/cb', ['host']],
  ['https://app.test/cb', 'https://App.test/cb', ['host_case']],
  ['https://app.test/cb', 'https://app.test:443/cb', ['port_default']],
  ['http://app.test/cb', 'http://app.test:443/cb', ['port']],
  ['https://app.test/cb', 'https://app.test/CB', ['path_case']],
  ['https://app.test/a%2fb', 'https://app.test/a%2Fb', ['percent_encoding']],
  ['https://app.test/~me', 'https://app.test/%7Eme', ['double_encoded']],
  ['https://app.test/cb', 'https://app.test/callback', ['path']],
  ['https://app.test/cb?a=1&b=2', 'https://app.test/cb?b=2&a=1', ['query_order']],
  ['https://app.test/cb', 'https://app.test/cb?a=1', ['query']],
  ['https://app.test/cb', 'https://app.test/cb#x', ['fragment']],
  ['https://app.test/cb', 'https://me@app.test/cb', ['userinfo']],
  ['https://app.test/cb', 'https://app.test/cb\n', ['white_space']],
  ['https://app.test/cb', 'https%3A%2F%2Fapp.test%2Fcb', ['double_encoded']],
  ['postmessage', 'https://app.test', ['sentinel']],
  ['http://localhost:1/cb', 'https://localhost:2/cb/', ['scheme', 'port', 'trailing_slash']],
])('%j and %j differ by %j', (asked, repeated, expected) => {
  expect(redirectUriDifferences(asked, repeated)).toEqual(expected);
});

test.each([
  ['https://app.test/cb', 'https://app.test/cb/', 'it ends with an extra “/”'],
  ['https://app.test/cb/', 'https://app.test/cb', 'its final “/” is missing'],
  ['https://app.test/cb', 'http://app.test/cb', 'it starts with http:// instead of https://'],
  ['http://app.test:1/cb', 'http://app.test/cb', 'its port is the default one instead of 1'],
  ['https://app.test/cb?a=1', 'https://app.test/cb', 'its query is missing'],
  ['https://app.test/cb', 'https://app.test/cb?a=1', 'it has an extra query'],
])('%j against %j reads: %s', (asked, repeated, words) => {
  expect(redirectUriDifferenceWords(asked, repeated)).toBe(words);
});

test.each([
  ['https://app.test', 'https://app.test/', true],
  ['https://app.test:443/cb', 'https://APP.test/cb', true],
  ['https://app.test/cb', 'https://app.test/cb/', false],
  ['https://app.test/cb', 'https://app.test/CB', false],
])('a browser takes %j and %j for one: %j', (one, other, same) => {
  expect(isSameAfterNormalisation(one, other)).toBe(same);
});
