import { expect, test } from 'vitest';
import { failedFlow } from '../../../testing/failed-login.ts';
import { flowWords, needsThirdLine } from './flow-words.ts';

const { authority } = failedFlow;

test('a row names the tenant or host, what became of it, of which kind, and how long it took', () => {
  const flow = { ...failedFlow, startedAt: 0, endedAt: 452 };
  const words = { what: 'invalid_grant · code + PKCE', took: '452 ms' };
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
  ['a short name has room in a narrow list', 'login4.test', 'shop5', 'Succeeded · code', 218, false],
  ['a long name has none', 'localhost:37299', 'oidc-provider (Node.js)', 'Succeeded · code', 218, true],
  ['and some in a wide one', 'localhost:37299', 'oidc-provider (Node.js)', 'Succeeded · code', 376, false],
  ['what happened can be too long too', 'Okta', 'dev', 'unauthorized_client · code + PKCE', 218, true],
])('%s', (_, name, beside, what, room, needed) => {
  expect(needsThirdLine({ name, beside, what, took: '23 s' }, room, true)).toBe(needed);
});
