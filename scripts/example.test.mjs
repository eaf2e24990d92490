import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '../src/engine/analyze.ts';
import { isProblem } from '../src/engine/http/problem.ts';
import { fromFile } from '../src/engine/trace/from-file.ts';
import { exampleTrace } from './example.ts';

const file = join(import.meta.dirname, '../src/panel/example-login.json');

test('the example that we ship shows a login that worked and the same one broken, and `npm run example` makes it', () => {
  const text = readFileSync(file, 'utf8');
  const exchanges = fromFile(text, 'example');
  if (isProblem(exchanges)) throw new Error(exchanges.reason);
  const verdicts = analyze(exchanges).flows.map(({ verdict }) => verdict);
  expect(verdicts.map(({ outcome, causes }) => [outcome, causes[0]?.id])).toEqual([
    ['succeeded', undefined],
    ['failed', 'redirect_uri_mismatch_at_token'],
  ]);
  const exchangesOf = (trace) => trace.slice(trace.indexOf('"exchanges":[{'));
  expect(exchangesOf(exampleTrace())).toBe(exchangesOf(text));
});
