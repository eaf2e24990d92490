import { expect, test } from 'vitest';
import { failedFlow } from '../../../testing/failed-login.ts';
import { flowWords, linesOf } from './flow-words.ts';

const { authority } = failedFlow;

test('a row names the tenant or host, what became of it, of which kind, and how long it took', () => {
  const flow = { ...failedFlow, startedAt: 0, endedAt: 452 };
  const words = { what: 'invalid_grant', kind: 'code + PKCE', took: '452 ms' };
  expect(flowWords(flow)).toEqual({ name: 'op.test', beside: 'shop', ...words });
  expect(
    flowWords({ ...flow, authority: { ...authority, providerName: 'Okta', tenant: 'dev-123' } }),
  ).toEqual({
    name: 'Okta',
    beside: 'dev-123',
    ...words,
  });
  const named = { ...authority, provider: 'node-oidc-provider', providerName: 'oidc-provider (Node.js)' };
  expect(flowWords({ ...flow, authority: named }).beside).toBe('oidc-provider (Node.js)');
  expect(flowWords({ ...flow, endedAt: undefined }).took).toBe('');
});

test.each([
  ['a short name has room in a narrow list', 'login4.test', 'shop5', 'Succeeded', 'code', 218, 2],
  ['a long name has none', 'localhost:37299', 'oidc-provider (Node.js)', 'Succeeded', 'code', 218, 3],
  ['and some in a wide one', 'localhost:37299', 'oidc-provider (Node.js)', 'Succeeded', 'code', 376, 2],
  ['what happened can be too long too', 'Okta', 'dev', 'unauthorized_client', 'code', 218, 3],
  ['a long error has the kind below it', 'Okta', 'dev', 'invalid_redirect_uri', 'code + PKCE', 218, 4],
  [
    'a long tenant goes on below',
    'Okta',
    'company-engineering.okta.com/default',
    'Succeeded',
    'code',
    218,
    4,
  ],
  ['and goes on there itself', 'Okta', 'dev', 'a_code_that_only_this_server_ever_sends', 'code', 218, 5],
])('%s', (_, name, beside, what, kind, room, lines) => {
  expect(linesOf({ name, beside, what, kind, took: '23 s' }, room, true)).toBe(lines);
});
