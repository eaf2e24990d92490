import { describe, expect, test } from 'vitest';
import { createRedactor } from '../trace/redact.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { verdictCases, verdictLines, verdictLinesOf } from '../../testing/verdict-cases.ts';

const cases = verdictCases();

describe.each(['invalid-client', 'invalid-grant-of-a-code', 'invalid-grant-of-other-grants', 'elsewhere'])(
  'the verdicts on %s',
  (file) => {
    const own = cases.filter((each) => each.file === file);

    test.each(own.map((each) => [`${each.nodes.join(' ')}: ${each.when}`, each] as const))(
      '%s',
      (_, each) => {
        expect(verdictLines(each.trace)).toEqual(each.expected);
      },
    );

    test.each(own.map((each) => [`${each.nodes.join(' ')}: ${each.when}`, each] as const))(
      'a redacted file gives the same causes: %s',
      (_, each) => {
        const exchanges = fromTraceText(each.trace);
        const redactor = createRedactor({ key: new Uint8Array(32) });
        for (const exchange of exchanges) redactor.learn(exchange);
        const [, ...causes] = verdictLinesOf(exchanges.map((exchange) => redactor.redact(exchange)));
        expect(causes).toEqual(each.expected.slice(1));
      },
    );
  },
);

test('every file of cases is read', () => {
  expect(new Set(cases.map(({ file }) => file)).size).toBe(4);
  expect(cases.length).toBeGreaterThan(100);
});
