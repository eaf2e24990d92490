import { expect, test } from 'vitest';
import { analyseHostile } from './hostile-recordings.ts';

// How long the slowest may take is for the nightly run; here one that holds the engine up runs into the end of the test's time.
test('2,000 spoilt recordings are read or refused, none stops the engine', { timeout: 300_000 }, () => {
  const run = analyseHostile(1, 2000);
  expect(run.analysed + run.refused).toBe(2000);
  expect(run.analysed).toBeGreaterThan(1500);
});
