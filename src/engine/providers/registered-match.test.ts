import { describe, expect, test } from 'vitest';
import { providerById } from './index.ts';
import { registeredMatch, type RegisteredMatch } from './registered-match.ts';

/** Provider, sent, registered, and whether it is accepted. */
const vectors: readonly (readonly [string, string, string, RegisteredMatch])[] = [
  ['generic', 'https://app.test/cb', 'https://app.test/cb', 'match'],
  ['generic', 'https://app.test/cb/', 'https://app.test/cb', 'none'],
  ['generic', 'https://app.test/CB', 'https://app.test/cb', 'none'],
  ['generic', 'https://app.test:443/cb', 'https://app.test/cb', 'none'],
  ['generic', 'http://127.0.0.1:51000/cb', 'http://127.0.0.1/cb', 'match'],
  ['generic', 'http://[::1]:51000/cb', 'http://[::1]:3000/cb', 'match'],
  ['generic', 'http://[::1]:1/cb', 'http://[::1]/cb', 'match'],
  ['generic', 'http://localhost:51000/cb', 'http://localhost:3000/cb', 'possible'],
  ['generic', 'http://localhost:3000/cb', 'http://127.0.0.1:3000/cb', 'none'],
  ['generic', 'https://127.0.0.1:51000/cb', 'https://127.0.0.1/cb', 'none'],
  ['generic', 'http://127.0.0.1:51000/other', 'http://127.0.0.1/cb', 'none'],
  ['entra', 'http://localhost:51000/cb', 'http://localhost/cb', 'match'],
  ['entra', 'http://127.0.0.1:51000/cb', 'http://127.0.0.1/cb', 'possible'],
  ['entra', 'https://app.test/', 'https://app.test', 'match'],
  ['okta', 'http://localhost:51000/cb', 'http://localhost:3000/cb', 'possible'],
  ['okta', 'https://app.test/', 'https://app.test', 'none'],
  ['google', 'http://localhost:51000', 'http://localhost', 'match'],
  ['duende', 'https://app.test/CB', 'https://app.test/cb', 'match'],
  ['github', 'https://app.test/cb/deeper', 'https://app.test/cb', 'match'],
  ['github', 'https://app.test/cbdeeper', 'https://app.test/cb', 'none'],
  ['github', 'https://other.test/cb', 'https://app.test/cb', 'none'],
  ['github', 'http://127.0.0.1:51000/cb', 'http://127.0.0.1/cb', 'match'],
  ['keycloak', 'https://app.test/any/where', 'https://app.test/*', 'match'],
  ['keycloak', 'https://evil.test/any', 'https://app.test/*', 'none'],
  ['auth0', 'https://pr-7.app.test/cb', 'https://*.app.test/cb', 'match'],
  ['auth0', 'https://pr-7.app.test/cb2', 'https://*.app.test/cb', 'none'],
  ['zoom', 'https://app.test/cb?x=1', 'https://app.test/cb', 'match'],
  ['django-oauth-toolkit', 'https://app.test/cb?a=1&next=2', 'https://app.test/cb?a=1', 'match'],
  ['django-oauth-toolkit', 'https://app.test/cb?next=2', 'https://app.test/cb?a=1', 'none'],
];

describe('a provider accepts a sent redirect_uri for a registered one, or not', () => {
  test.each(vectors)('%s: %s for %s', (provider, sent, registered, expected) => {
    expect(registeredMatch(sent, registered, providerById(provider).redirectMatching)).toBe(expected);
  });
});
