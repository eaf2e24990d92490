import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import type { FlowReport, Severity } from '../engine/diagnosis/report.ts';
import type { CauseId } from '../engine/oauth/causes.ts';
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

/** Declares the tests of a rule: each trace goes through the whole engine, as a user's would. */
export function checkRule(rule: string, { fails, silent }: RuleFixtures): void {
  for (const [name, { trace, severity, cause, says }] of Object.entries(fails)) {
    test(`${rule} fails: ${name}`, () => {
      const flow = flowWith(rule, trace);
      const finding = flow?.findings.find((each) => each.rule === rule);
      expect(finding?.severity).toBe(severity);
      expect(flow?.verdict.causes[0]?.id).toBe(cause);
      if (says !== undefined)
        expect(cause === undefined ? finding?.title : flow?.verdict.sentence).toMatch(says);
    });
  }
  for (const [name, trace] of Object.entries(silent)) {
    test(`${rule} is silent: ${name}`, () => {
      const flows = analyze(fromTraceText(trace)).flows;
      expect(flows).not.toEqual([]);
      expect(flows.flatMap(({ findings }) => findings).filter((each) => each.rule === rule)).toEqual([]);
    });
  }
}

function flowWith(rule: string, trace: string): FlowReport | undefined {
  return analyze(fromTraceText(trace)).flows.find(({ findings }) =>
    findings.some((each) => each.rule === rule),
  );
}
