import { expect, test } from 'vitest';
import { parseChallenges } from './challenge.ts';

// RFC 9110 §11.6.1, RFC 6750 §3, RFC 9449 §7.1, RFC 9470 §3, RFC 9728 §5.1.
test.each<readonly [string, readonly (readonly [string, Record<string, string>])[]]>([
  ['Basic realm="simple"', [['basic', { realm: 'simple' }]]],
  ['Bearer', [['bearer', {}]]],
  [
    'Bearer realm="x", error="invalid_token", error_description="It \\"expired\\", sorry"',
    [['bearer', { realm: 'x', error: 'invalid_token', error_description: 'It "expired", sorry' }]],
  ],
  [
    'Newauth realm="apps", type=1, title="Login", Basic realm="simple"',
    [
      ['newauth', { realm: 'apps', type: '1', title: 'Login' }],
      ['basic', { realm: 'simple' }],
    ],
  ],
  [
    'DPoP error="use_dpop_nonce", algs="ES256 PS256", Bearer',
    [
      ['dpop', { error: 'use_dpop_nonce', algs: 'ES256 PS256' }],
      ['bearer', {}],
    ],
  ],
  [
    'Bearer error="insufficient_user_authentication", acr_values="a b", max_age=5',
    [['bearer', { error: 'insufficient_user_authentication', acr_values: 'a b', max_age: '5' }]],
  ],
  [
    'Bearer resource_metadata="https://api.test/.well-known/oauth-protected-resource"',
    [['bearer', { resource_metadata: 'https://api.test/.well-known/oauth-protected-resource' }]],
  ],
  ['Bearer error=invalid_token', [['bearer', { error: 'invalid_token' }]]],
  ['realm="without a scheme"', []],
  ['', []],
])('%s', (header, challenges) => {
  expect(parseChallenges(header).map(({ scheme, params }) => [scheme, Object.fromEntries(params)])).toEqual(
    challenges,
  );
});

test('is read as far as 4,096 characters', () => {
  const read = (padding: number): unknown =>
    parseChallenges(`Bearer ${' '.repeat(padding)}error="invalid_token"`).map(({ params }) => [...params]);
  expect(read(4000)).toEqual([[['error', 'invalid_token']]]);
  expect(read(4096)).toEqual([[]]);
});
