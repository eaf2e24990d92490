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

const most = 10_000;

/** An analyzer that has so many logins. */
function analyzerWith(stored: number): ReturnType<typeof createAnalyzer> {
  const analyzer = createAnalyzer();
  for (let number = 0; number < stored; number++)
    for (const exchange of loginExchanges(number, number)) analyzer.ingest(exchange);
  analyzer.report();
  return analyzer;
}

/** Microseconds that one exchange of a login costs that comes after all others, its flows' reports included. */
function costOfOne(analyzer: ReturnType<typeof createAnalyzer>, number: number): number {
  const login = loginExchanges(most + number, most + number);
  const startedAt = performance.now();
  for (const exchange of login) for (const id of analyzer.ingest(exchange)) analyzer.flow(id);
  return ((performance.now() - startedAt) * 1000) / login.length;
}

const analyzers = [10, 1000, most].map((stored) => analyzerWith(stored));
// The same login comes to each of them in turn; the first ones do not count.
const costs = Array.from({ length: 100 }, (_, number) =>
  analyzers.map((analyzer) => costOfOne(analyzer, number)),
).slice(20);
const [few = [], some = [], many = []] = analyzers.map((_, index) => costs.map((each) => each[index] ?? NaN));
report('one exchange added to 10,000 logins / to 10', ratio(many, few), 1.5, [
  `${median(few).toFixed(0)} µs at 10, ${median(some).toFixed(0)} µs at 1,000, ${median(many).toFixed(0)} µs at 10,000`,
]);
