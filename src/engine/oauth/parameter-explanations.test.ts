import { expect, test } from 'vitest';
import { answerExplanations } from './answer-explanations.ts';
import { claimExplanations } from './claim-explanations.ts';
import { headerExplanations } from './header-explanations.ts';
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
