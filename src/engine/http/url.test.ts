import { describe, expect, test } from 'vitest';
import { hostOf, originOf, urlParts, withoutQuery, type UrlParts } from './url.ts';

const empty: UrlParts = {
  scheme: '',
  userinfo: undefined,
  host: '',
  port: undefined,
  path: '',
  query: undefined,
  fragment: undefined,
};

// RFC 3986 appendix B and §1.1.2, and what redirect URIs look like in the wild.
const vectors: readonly (readonly [string, Partial<UrlParts>])[] = [
  [
    'http://www.ics.uci.edu/pub/ietf/uri/#Related',
    { scheme: 'http', host: 'www.ics.uci.edu', path: '/pub/ietf/uri/', fragment: 'Related' },
  ],
  [
    'HTTPS://User:pw@Op.Test:443/A/../b?x=1?y#f#g',
    {
      scheme: 'HTTPS',
      userinfo: 'User:pw',
      host: 'Op.Test',
      port: '443',
      path: '/A/../b',
      query: 'x=1?y',
      fragment: 'f#g',
    },
  ],
  ['http://[::1]:8080/cb', { scheme: 'http', host: '[::1]', port: '8080', path: '/cb' }],
  ['http://[::1]/cb', { scheme: 'http', host: '[::1]', path: '/cb' }],
  ['https://app.test:', { scheme: 'https', host: 'app.test', port: '' }],
  ['https://app.test?', { scheme: 'https', host: 'app.test', query: '' }],
  ['com.example.app:/cb', { scheme: 'com.example.app', path: '/cb' }],
  ['urn:ietf:wg:oauth:2.0:oob', { scheme: 'urn', path: 'ietf:wg:oauth:2.0:oob' }],
  ['postmessage', { path: 'postmessage' }],
  ['https://a@b@app.test/', { scheme: 'https', userinfo: 'a@b', host: 'app.test', path: '/' }],
  ['', {}],
];

describe('a URL is cut without being changed', () => {
  test.each(vectors)('%s', (url, parts) => {
    expect(urlParts(url)).toEqual({ ...empty, ...parts });
  });
});

test.each([
  ['HTTPS://Op.Test:443/x', 'https://op.test'],
  ['http://op.test:80', 'http://op.test'],
  ['http://op.test:443', 'http://op.test:443'],
  ['https://op.test:/', 'https://op.test'],
  ['https://user@op.test:8443/x', 'https://op.test:8443'],
  ['com.example.app:/cb', ''],
  ['postmessage', ''],
])('the origin of %s is "%s"', (url, origin) => {
  expect(originOf(url)).toBe(origin);
});

test('a host keeps its port as written', () => {
  expect(hostOf('https://Op.Test:443/a')).toBe('op.test:443');
  expect(hostOf('https://Op.Test/a')).toBe('op.test');
});

test('what stands before query and fragment is left alone', () => {
  expect(withoutQuery('https://op.test/A?x#y')).toBe('https://op.test/A');
  expect(withoutQuery('https://op.test/A#y?x')).toBe('https://op.test/A');
  expect(withoutQuery('https://op.test/A')).toBe('https://op.test/A');
});
