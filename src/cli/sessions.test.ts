import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failedFlow } from '../testing/failed-login.ts';
import { exchangeWith } from '../testing/planted/build.ts';
import { sessionPlans } from '../testing/login-plans.ts';
import { loginTrace, type LoginPlan } from '../testing/login-trace.ts';
import { fromTraceText } from '../testing/trace-text.ts';
import { analyze, createAnalyzer } from '../engine/analyze.ts';
import type { FlowReport, Report } from '../engine/diagnosis/report.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import { fromCurl } from '../engine/http/from-curl.ts';
import { fromHar } from '../engine/http/from-har.ts';
import { joinSessions } from '../engine/http/join-sessions.ts';
import { isProblem } from '../engine/http/problem.ts';
import { revealSession } from '../engine/trace/shareable.ts';
import { toCurl } from '../engine/trace/to-curl.ts';
import { toHar } from '../engine/trace/to-har.ts';

const exchangesOf = (plans: readonly LoginPlan[]): readonly Exchange[] =>
  plans
    .flatMap((plan) => fromTraceText(loginTrace(plan)))
    .toSorted((one, other) => one.startedAt - other.startedAt);

/** For each exchange a number, by which a property decides what becomes of it. */
const dice = fc.array(fc.nat({ max: 2 }), { minLength: 80, maxLength: 80 });

/**
 * 0 for an exchange that both recordings have, 1 for a call that only the second has, 2 for what only the first has. The
 * first is in both, so that the clocks can be compared, and so are all or none that look alike: nothing tells which of
 * them is which. Tabs are of one recording, so that the second alone has no navigation.
 */
function partsOf(exchanges: readonly Exchange[], numbers: readonly number[]): (exchange: Exchange) => number {
  const parts = new Map<string, number>();
  const keyOf = ({ method, url, requestBody }: Exchange): string => `${method} ${url} ${requestBody?.text}`;
  for (const [index, exchange] of exchanges.entries())
    if (!parts.has(keyOf(exchange))) {
      const number = index === 0 ? 0 : (numbers[index] ?? 0);
      parts.set(keyOf(exchange), number === 1 && exchange.kind !== 'fetch' ? 2 : number);
    }
  return (exchange) => parts.get(keyOf(exchange)) ?? 0;
}

function recordedAgain(exchange: Exchange, behind: number): Exchange {
  const moved = (at: number | undefined): number | undefined => (at === undefined ? undefined : at + behind);
  return {
    ...exchange,
    source: `${exchange.source}, seen by a proxy`,
    startedAt: exchange.startedAt + behind,
    respondedAt: moved(exchange.respondedAt),
    endedAt: moved(exchange.endedAt),
  };
}

/** What two clocks cannot change: how old a code was, and so what may have befallen it, one recording alone can tell. */
const flowsOf = ({ flows }: Report): unknown =>
  flows.map(({ kind, clientId, verdict, unseen, steps }) => ({
    kind,
    clientId,
    outcome: verdict.outcome,
    unseen: unseen.map(({ id }) => id),
    steps: steps.map(({ message, status, at }) => [message, status, at]),
  }));

/** What does not depend on the names of exchanges. */
const saidOf = ({ flows }: Report): unknown =>
  flows.map(({ kind, clientId, verdict, codeLife, findings, unseen, steps }) => ({
    kind,
    clientId,
    outcome: verdict.outcome,
    causes: verdict.causes.map(({ id, confidence }) => [id, confidence]),
    age: codeLife?.age,
    findings: findings.map(({ rule, severity }) => `${severity} ${rule}`),
    unseen: unseen.map(({ id }) => id),
    steps: steps.map(({ message, status, at }) => [message, status, at]),
  }));

describe('whatever the logins', () => {
  test('one by one, with reports in between, gives the report of all at once', () => {
    fc.assert(
      fc.property(sessionPlans, dice, (plans, reportsAt) => {
        const exchanges = exchangesOf(plans);
        const analyzer = createAnalyzer();
        for (const [index, exchange] of exchanges.entries()) {
          analyzer.ingest(exchange);
          if (reportsAt[index] === 0) analyzer.report();
        }
        expect(analyzer.report()).toEqual(analyze(exchanges));
      }),
      { numRuns: 15 },
    );
  });

  test('two recordings of it with unequal clocks, joined, give the flows of the whole', () => {
    fc.assert(
      fc.property(sessionPlans, dice, fc.constantFrom(0, 42_000, -3_600_000), (plans, parts, behind) => {
        const exchanges = exchangesOf(plans);
        const part = partsOf(exchanges, parts);
        const { exchanges: joined } = joinSessions([
          exchanges.filter((exchange) => part(exchange) !== 1),
          exchanges
            .filter((exchange) => part(exchange) !== 2)
            .map((exchange) => recordedAgain(exchange, behind)),
        ]);
        expect(joined).toHaveLength(exchanges.length);
        expect(flowsOf(analyze(joined))).toEqual(flowsOf(analyze(exchanges)));
      }),
      { numRuns: 15 },
    );
  });

  test('the HAR that is written of it leads to the same report', () => {
    fc.assert(
      fc.property(sessionPlans, (plans) => {
        // A file has one source: that a part of it is a back end’s with a clock of its own is not in it. Nor are ids,
        // by which exchanges of the same instant are put in order, so each login is a millisecond off the others.
        const exchanges = exchangesOf(
          plans.map((plan, index) => ({ ...plan, redeemedIn: plan.tab, at: plan.at + index / 1000 })),
        );
        const read = fromHar(toHar(revealSession(exchanges, analyze(exchanges)), '0.1.0'), 'a.har');
        if (isProblem(read)) throw new Error(read.reason);
        expect(saidOf(analyze(read))).toEqual(saidOf(analyze(exchanges)));
      }),
      { numRuns: 15 },
    );
  });
});

/** Whatever may stand in a header or a form; curl ends a header at a line break. */
const oneLine = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((text) => text.replace(/[\p{C}\p{Z}]/gu, '-'));

const flowOf = (exchange: string): FlowReport => ({
  ...failedFlow,
  steps: failedFlow.steps.slice(0, 1).map((step) => ({ ...step, exchange })),
});

test('the curl command that is written of any request is read as that request', () => {
  fc.assert(
    fc.property(oneLine, oneLine, (value, body) => {
      const text = `a=${body}`;
      const exchange = {
        ...exchangeWith({ url: 'https://op.test/token?x=1' }),
        method: 'POST',
        requestHeaders: [{ name: 'X-Trace', value: `v${value}` }],
        requestBody: {
          text,
          mediaType: 'application/x-www-form-urlencoded',
          fidelity: 'exact',
          cutFrom: undefined,
        } as const,
      };
      const read = fromCurl(toCurl(revealSession([exchange], { flows: [flowOf(exchange.id)] })), 'a.txt');
      const [again] = isProblem(read) ? [] : read;
      expect(again).toMatchObject({ method: 'POST', url: exchange.url, requestBody: { text } });
      expect(again?.requestHeaders).toContainEqual(exchange.requestHeaders[0]);
    }),
  );
});
