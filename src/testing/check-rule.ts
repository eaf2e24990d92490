import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import type { FlowReport, Severity } from '../engine/diagnosis/report.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import type { CauseId } from '../engine/oauth/causes.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import { rulesTraps } from './rule-traps.ts';
import { fromTraceText } from './trace-text.ts';

/** A trace on which a rule fails, and what else is to be true then. */
export interface FailingFixture {
  readonly trace: string;
  readonly severity: Severity;
  /** First cause of the flow's verdict; undefined when the fault explains no failure. */
  readonly cause: CauseId | undefined;
  /** Words that the verdict's sentence (with a cause) or the finding's title (without) must hold. */
  readonly says?: RegExp;
}

/** The fixtures of a rule, by what they show. */
export interface RuleFixtures {
  readonly fails: Readonly<Record<string, FailingFixture>>;
  /** Traces on which the rule must not fail: what is right, and every trap. */
  readonly silent: Readonly<Record<string, string>>;
}

/** Declares the tests of a rule: each trace goes through the whole engine, as a user's would, and each trap has one. */
export function checkRule(rule: string, { fails, silent }: RuleFixtures): void {
  test(`${rule} has a fixture for each of its traps`, () => {
    const names = Object.keys({ ...fails, ...silent });
    expect(rulesTraps.get(rule)?.filter((trap) => !names.includes(trap))).toEqual([]);
  });
  for (const [name, { trace, severity, cause, says }] of Object.entries(fails)) {
    test(`${rule} fails after redaction as before: ${name}`, () => {
      expect(redactedVerdicts(trace)).toEqual(verdicts(fromTraceText(trace)));
    });
    test(`${rule} fails: ${name}`, () => {
      const flow = flowWith(rule, trace);
      const finding = flow?.findings.find((each) => each.rule === rule);
      expect(finding?.severity).toBe(severity);
      expect(flow?.verdict.causes[0]?.id).toBe(cause);
      expect(certainCauses(trace)).toEqual([]);
      if (says !== undefined)
        expect(cause === undefined ? finding?.title : flow?.verdict.sentence).toMatch(says);
    });
  }
  for (const [name, trace] of Object.entries(silent)) {
    test(`${rule} is silent: ${name}`, () => {
      const flows = analyze(fromTraceText(trace)).flows;
      expect(flows).not.toEqual([]);
      expect(certainCauses(trace)).toEqual([]);
      expect(flows.flatMap(({ findings }) => findings).filter((each) => each.rule === rule)).toEqual([]);
    });
  }
}

/** Verdicts that are certain of more than one cause: a request fails for one reason, and a second would be a false one. */
function certainCauses(trace: string): readonly (readonly CauseId[])[] {
  return analyze(fromTraceText(trace))
    .flows.map(({ verdict }) => verdict.causes.filter(({ confidence }) => confidence === 'certain'))
    .filter((certain) => certain.length > 1)
    .map((certain) => certain.map(({ id }) => id));
}

function flowWith(rule: string, trace: string): FlowReport | undefined {
  return analyze(fromTraceText(trace)).flows.find(({ findings }) =>
    findings.some((each) => each.rule === rule),
  );
}

/** What a user acts on; the sentences may quote what redaction replaces. */
function verdicts(exchanges: readonly Exchange[]): unknown {
  return analyze(exchanges).flows.map(({ kind, clientId, pkce, verdict, findings, steps }) => ({
    ...{ kind, clientId, pkce, outcome: verdict.outcome },
    causes: verdict.causes.map(({ id, confidence }) => ({ id, confidence })),
    findings: findings.map(({ rule, severity }) => ({ rule, severity })),
    steps: steps.map(({ message, status, failed }) => ({ message, status, failed })),
  }));
}

function redactedVerdicts(trace: string): unknown {
  const exchanges = fromTraceText(trace);
  const redactor = createRedactor({ key: new Uint8Array(32) });
  for (const exchange of exchanges) redactor.learn(exchange);
  return verdicts(exchanges.map((exchange) => redactor.redact(exchange)));
}
