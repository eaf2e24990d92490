import { expect, test } from 'vitest';
import { answerExplanations } from './answer-explanations.ts';
import { claimExplanations } from './claim-explanations.ts';
import { headerExplanations } from './header-explanations.ts';
import { errorCodes } from './error-codes.ts';
import { valueExplanationOf } from './value-explanations.ts';
import { claimExplanationOf, explanationOf } from './parameter-explanations.ts';

test.each([
  ['code', 'form', /one-time proof/],
  ['error', 'redirect_query', /server refused/],
  ['scope', 'query', /asks to be allowed/],
  ['scope', 'response_json', /was granted/],
  ['sub', 'response_json', /Who the user is/],
  ['Access-Control-Allow-Origin', 'response_header', /may read this answer/],
])('%s in the part %s is explained', (name, part, sentence) => {
  expect(explanationOf(name, part)?.sentence).toMatch(sentence);
});

test('a name that no table has is not explained, whatever it is called', () => {
  expect(explanationOf('constructor', 'query')).toBeUndefined();
  expect(explanationOf('__proto__', 'request_header')).toBeUndefined();
  expect(claimExplanationOf('toString')).toBeUndefined();
});

test('every explanation is one sentence with a source on the web', () => {
  const all = [answerExplanations, claimExplanations, headerExplanations].flatMap((table) =>
    Object.entries(table),
  );
  const wrong = all.filter(
    ([, { sentence, source }]) => !/^[A-Z].*\.$/u.test(sentence) || !source.url.startsWith('https://'),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['error', 'invalid_grant', /invalid, expired, revoked/],
  ['grant_type', 'urn:ietf:params:oauth:grant-type:device_code', /other screen/],
  ['grant_type', 'refresh_token', /new tokens/],
])('the %s %s is explained', (name, value, sentence) => {
  expect(valueExplanationOf(name, value)?.sentence).toMatch(sentence);
});

test('a value that is no fixed word is not explained', () => {
  expect(valueExplanationOf('error', 'AADSTS50011')).toBeUndefined();
  expect(valueExplanationOf('grant_type', 'constructor')).toBeUndefined();
  expect(valueExplanationOf('state', 'invalid_grant')).toBeUndefined();
});

test('every error code that is known is explained in one sentence', () => {
  const wrong = errorCodes.filter(
    ({ code }) => !/^[A-Z].*\.$/u.test(valueExplanationOf('error', code)?.sentence ?? ''),
  );
  expect(wrong).toEqual([]);
});
