import { expect, test } from 'vitest';
import { fromTraceText } from '../../../testing/trace-text.ts';
import { analyze } from '../../analyze.ts';

const causesOf = (answer: string): readonly string[] =>
  analyze(
    fromTraceText(
      `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> ${answer}`,
    ),
  ).flows.flatMap(({ verdict }) => verdict.causes.map(({ id, confidence }) => `${id}, ${confidence}`));

test('an authorization endpoint that refuses without a word leaves what must not be redirected', () => {
  expect(causesOf('403')).toEqual([
    'redirect_uri_not_registered, possible',
    'client_unknown, possible',
    'request_malformed, possible',
  ]);
});

test('one that has words is taken at them', () => {
  expect(causesOf('400 {"error":"access_denied"}')[0]).toMatch(/^access_denied/);
});
