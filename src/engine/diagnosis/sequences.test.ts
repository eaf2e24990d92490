import { expect, test } from 'vitest';
import { sequences } from '../../testing/sequences.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { readOneByOne } from '../../testing/read-one-by-one.ts';
import { analyze } from '../analyze.ts';

test.each(sequences.map(({ machine, name, ...rest }) => [machine, name, rest] as const))(
  '%s: %s',
  (_, __, { trace, outcomes, rule }) => {
    const { flows } = analyze(fromTraceText(trace));
    const found = flows.flatMap(({ findings }) => findings);
    expect(flows.map(({ kind, verdict }) => `${kind} ${verdict.outcome}`)).toEqual(outcomes);
    if (rule === undefined) {
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(flows.flatMap(({ verdict }) => verdict.causes)).toEqual([]);
    } else expect(found.map((finding) => finding.rule)).toContain(rule);
  },
);

test.each(sequences.map(({ machine, name, trace }) => [machine, name, trace] as const))(
  '%s: %s: what is said after each exchange, from either end, comes to the report of all at once',
  (_, __, trace) => {
    const exchanges = fromTraceText(trace);
    for (const report of readOneByOne(exchanges)) expect(report).toEqual(analyze(exchanges));
  },
);

test('every machine has a legal and an illegal sequence', () => {
  const machines = new Set(sequences.map(({ machine }) => machine));
  expect([...machines].map((machine) => machine.split(' ')[0])).toEqual(
    Array.from({ length: 17 }, (_, index) => `F.${index + 1}`),
  );
  const lacking = [...machines].filter((machine) => {
    const own = sequences.filter((each) => each.machine === machine);
    return !own.some(({ rule }) => rule === undefined) || !own.some(({ rule }) => rule !== undefined);
  });
  expect(lacking).toEqual([]);
});
