import { expect, test } from 'vitest';
import { tokenDifferences } from './token-differences.ts';
import type { Token } from './tokens-of.ts';

const token = (claims: NonNullable<Token['claims']>, value: string): Token => ({
  name: 'access_token',
  value,
  shape: 'jwt',
  header: { alg: 'RS256' },
  claims,
  sights: [],
});

test('what differs in two tokens comes first, what only one has is told, and lists count by what is in them', () => {
  const one = token({ iss: 'https://op.test', aud: ['shop'], scope: 'openid orders' }, 'x.y.z');
  const other = token({ iss: 'https://op.test', aud: ['shop'], exp: 5 }, 'u.v.w');
  const rows = tokenDifferences(one, other).map(({ part, name, isSame }) => [part, name, isSame]);
  expect(rows).toEqual([
    ['token', 'value', false],
    ['claims', 'scope', false],
    ['claims', 'exp', false],
    ['token', 'name', true],
    ['token', 'kind', true],
    ['header', 'alg', true],
    ['claims', 'iss', true],
    ['claims', 'aud', true],
  ]);
});
