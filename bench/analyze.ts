/**
 * What analysing a recording costs against `JSON.parse` of the same file, parsing included; whether ten times the
 * exchanges take ten times as long; and what one exchange costs that is added to 10, 1,000 and 10,000 logins.
 */
import { analyze, createAnalyzer } from '../src/engine/analyze.ts';
import { fromHar } from '../src/engine/http/from-har.ts';
import { isProblem } from '../src/engine/http/problem.ts';
import { alternate, median, ratio, report } from './measure.ts';
import { loginExchanges, syntheticHar } from './synthetic-har.ts';

function readAndAnalyze(har: string): void {
  const read = fromHar(har, 'bench.har');
  if (isProblem(read)) throw new Error(read.reason);
  const { flows } = analyze(read);
  if (flows.length !== 50) throw new Error(`${flows.length} flows, and 50 were recorded`);
}

/** The quietest run, for the notes: what is judged are pairs of runs that followed one another. */
const best = (runs: readonly number[]): number => Math.min(...runs);

const har = syntheticHar(20_000);
const [whole, parsed] = alternate(
  () => readAndAnalyze(har),
  () => void JSON.parse(har),
  11,
);
report('analysing 20,000 exchanges / JSON.parse of the file', ratio(whole, parsed), 1.3, [
  `${(har.length / 1e6).toFixed(0)} MB`,
  `${best(whole).toFixed(0)} ms against ${best(parsed).toFixed(0)} ms`,
]);

const small = syntheticHar(2_000);
const [ten, one] = alternate(
  () => readAndAnalyze(har),
  () => readAndAnalyze(small),
  7,
);
report('10 times the exchanges / 10.5 times the time', ratio(ten, one) / 10.5, 1, [
  `${best(ten).toFixed(0)} ms against ${best(one).toFixed(1)} ms`,
]);

/** Microseconds that one exchange of a login costs, its flows' reports included, when so many are stored. */
function costOfOne(stored: number): number {
  const analyzer = createAnalyzer();
  for (let number = 0; number < stored; number++)
    for (const exchange of loginExchanges(number, number)) analyzer.ingest(exchange);
  analyzer.report();
  const fresh = Array.from({ length: 30 }, (_, index) => loginExchanges(stored + index, stored + index));
  const runs = fresh.map((login) => {
    const startedAt = performance.now();
    for (const exchange of login) for (const id of analyzer.ingest(exchange)) analyzer.flow(id);
    return ((performance.now() - startedAt) * 1000) / login.length;
  });
  return median(runs);
}

costOfOne(10);
const [few, some, many] = [costOfOne(10), costOfOne(1000), costOfOne(10_000)];
report('one exchange added to 10,000 logins / to 10', many / few, 1.5, [
  `${few.toFixed(0)} µs at 10, ${some.toFixed(0)} µs at 1,000, ${many.toFixed(0)} µs at 10,000`,
]);
