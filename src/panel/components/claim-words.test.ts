import { expect, test } from 'vitest';
import { claimWords, lifetimeWords } from './claim-words.ts';

const seen = Date.parse('2027-01-15T08:00:00Z');
const seconds = seen / 1000;

test.each([
  ['exp', seconds + 3600, '2027-01-15 09:00:00Z, 1 h left when seen'],
  ['exp', seconds - 180, '2027-01-15 07:57:00Z, expired 3 min before it was seen'],
  ['iat', seconds - 1, '2027-01-15 07:59:59Z, as it was seen'],
  ['iat', seconds + 90, '2027-01-15 08:01:30Z, 1.5 min after it was seen'],
  ['auth_time', seconds - 7200, '2027-01-15 06:00:00Z, 2 h before it was seen'],
  ['exp', 1e300, '1e+300, which is no time'],
  ['exp', 'soon', 'soon'],
  ['aud', ['a', 'b'], 'a, b'],
  ['cnf', { jkt: 'x' }, '{"jkt":"x"}'],
  ['email_verified', true, 'true'],
])('the claim %s of %j reads %j', (name, value, words) => {
  expect(claimWords(name, value, seen)).toBe(words);
});

test('a token says how long it lives, when it says when it was made', () => {
  expect(lifetimeWords({ iat: seconds, exp: seconds + 600 })).toBe('lives 10 min');
  expect(lifetimeWords({ exp: seconds })).toBeUndefined();
});
