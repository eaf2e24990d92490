/** What takes too long for every change: 100,000 spoilt recordings. Prints what became of them. */
import { analyseHostile } from '../src/testing/hostile-recordings.ts';

const total = Number(process.argv[2] ?? 100_000);
const step = 5000;
let [analysed, refused, slowest] = [0, 0, 0];
for (let from = 1; from <= total; from += step) {
  const run = analyseHostile(from, Math.min(step, total - from + 1));
  [analysed, refused] = [analysed + run.analysed, refused + run.refused];
  slowest = Math.max(slowest, run.slowest);
  console.log(`${analysed} analysed, ${refused} refused, the slowest in ${slowest.toFixed(0)} ms`);
}
if (slowest > 3000) process.exitCode = 1;
