import { expect, test } from 'vitest';
import { fitsPattern } from '../../testing/match-pattern.ts';
import { mayBeOAuthUrl } from './may-be-oauth.ts';
import { patternsOf, patternsWithoutHook, tellingPatterns } from './telling-paths.ts';

const fitsOne = (url: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => fitsPattern(pattern, url));
const isTelling = (url: string): boolean => fitsOne(url, [...tellingPatterns, ...patternsWithoutHook]);

// Whatever an address may be told by behind its host.
test.each([
  '/token',
  '/login/oauth/access_token',
  '/as/token.oauth2',
  '/connect/revocation?token=x',
  '/revoke',
  '/jwks',
  '/.well-known/openid-configuration',
  '/oauth2/v1/keys',
  '/keys?x=1',
  '/oauth2/v3/certs',
  '/certs',
  '/realms/shop/protocol/openid-connect/certs',
  '/auth',
  '/authorize?client_id=c&response_mode=web_message',
  '/device_authorization',
  '/v1/userinfo',
  '/me',
  '/v2/me',
  '/logout',
  '/par',
  '/as/par',
  '/api/session?code=k&state=s',
  '/api/session?state=s&code=k',
])('%s tells a call, and browsers are asked for it', (path) => {
  const url = `https://op.test:8443${path}`;
  expect([mayBeOAuthUrl(url), isTelling(url)]).toEqual([true, true]);
});

test.each([
  ...['/token', '/as/token.oauth2', '/revoke', '/jwks', '/.well-known/openid-configuration', '/auth'],
  ...['/realms/shop/protocol/openid-connect/certs', '/v1/userinfo', '/v2/me', '/as/par', '/request'],
  ...['/oauth2/v1/keys', '/oauth2/v3/certs', '/oauth/introspect', '/device_authorization'],
])('%s is asked for whether or not a page hook tells of it', (path) => {
  expect(fitsOne(`https://op.test${path}`, tellingPatterns)).toBe(true);
});

test.each(['/introspect', '/token/introspection', '/request', '/oidc/x', '/api/login'])(
  '%s is asked for, and its body decides',
  (path) => {
    expect(isTelling(`https://op.test${path}`)).toBe(true);
  },
);

test.each([
  'https://auth.example.com/x/9',
  'https://api.test/v2/projects/18273645/issues?state=open&sort=updated',
  'https://api.test/graphql',
  'https://metrics.test/collect?v=2&country_code=nl',
  'https://op.test/x#token',
  'ftp://op.test/token',
])('%s is not asked for', (url) => {
  expect(isTelling(url)).toBe(false);
});

test('calls that are known are asked for by scheme, host and path, the newest twenty, and only as browsers accept it', () => {
  const urls = [
    'https://op.test:8443/x/9?n=1#f',
    'https://op.test/x/9',
    'https://op.test/token?x',
    'https://op.test/par',
    'https://op.test/certs',
    'http://[::1]:3000/x/9',
    'data:text/plain,x',
    'https://op.test/x/é',
    'http://user:secret@op.test/',
    'https://op.test',
  ];
  expect(patternsOf(urls)).toEqual(['http://op.test/*', 'https://op.test/certs*', 'https://op.test/x/9*']);
  const many = Array.from({ length: 30 }, (_, index) => `https://op.test/${index}`);
  expect(patternsOf(many)).toEqual(
    many
      .slice(10)
      .reverse()
      .map((url) => `${url}*`),
  );
  const [pattern = ''] = patternsOf(['https://op.test:8443/x/9']);
  expect(fitsPattern(pattern, 'https://op.test:8443/x/9?n=2')).toBe(true);
});
