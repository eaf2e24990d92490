import { expect, test } from 'vitest';
import { fromHar } from './from-har.ts';
import { isProblem } from './problem.ts';
test('smoke', () => {
  expect(isProblem(fromHar('{"log":', 'a.har'))).toBe(true);
});
