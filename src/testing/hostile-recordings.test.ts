import { expect, test } from 'vitest';
import { analyseHostile } from './hostile-recordings.ts';

test(
  '2,000 spoilt recordings are read or refused, none stops the engine or holds it up',
  { timeout: 300_000 },
  () => {
    const run = analyseHostile(1, 2000);
    expect(run.analysed + run.refused).toBe(2000);
    expect(run.analysed).toBeGreaterThan(1500);
    // A busy machine may pause for long; time that grows with the square of a text would be seconds.
    expect(run.slowest).toBeLessThan(3000);
  },
);
