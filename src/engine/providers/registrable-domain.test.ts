import { getDomain } from 'tldts-icann';
import { describe, expect, test } from 'vitest';
import { registrableDomain } from './registrable-domain.ts';

/** Hosts as they occur, and the domain that one owner registered. */
const domains: readonly (readonly [string, string | undefined])[] = [
  ['acme.okta.com', 'okta.com'],
  ['ACME.eu.auth0.com', 'auth0.com'],
  ['login.acme.co.uk', 'acme.co.uk'],
  ['login.acme.com.au', 'acme.com.au'],
  ['id.acme.co.jp', 'acme.co.jp'],
  ['sso.acme.com.br', 'acme.com.br'],
  ['auth.pingone.com.au', 'pingone.com.au'],
  ['login.partner.microsoftonline.cn', 'microsoftonline.cn'],
  ['login.acme.gov.uk', 'acme.gov.uk'],
  ['sso.acme.ac.nz', 'acme.ac.nz'],
  ['sso.acme.com.bd', 'acme.com.bd'],
  ['login.acme.de', 'acme.de'],
  ['auth.acme.io', 'acme.io'],
  ['a.b.op.test', 'op.test'],
  ['op.test.', 'op.test'],
  ['acme.github.io', 'github.io'],
  ['co.uk', undefined],
  ['localhost', undefined],
  ['127.0.0.1', undefined],
  ['[::1]', undefined],
  ['', undefined],
];

describe('the registrable domain is the name below the public suffix', () => {
  test.each(domains)('%s', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
  });
});

test('the short table agrees with the whole list on these hosts', () => {
  for (const [host, domain] of domains) expect([host, getDomain(host) ?? undefined]).toEqual([host, domain]);
});
