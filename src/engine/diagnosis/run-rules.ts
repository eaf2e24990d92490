import type { Materials } from './materials.ts';
import type { Finding } from './report.ts';
import type { Rule, RuleFailure, RuleOutcome } from './rule.ts';

/** What a rule said of a flow. */
export interface RuleResult {
  readonly rule: Rule;
  readonly result: RuleOutcome;
}

/**
 * Runs every rule on the materials of a flow. A rule that throws is our own bug: it must not take the other rules
 * with it, so it counts as one that cannot tell.
 */
export function runRules(rules: readonly Rule[], materials: Materials): readonly RuleResult[] {
  return rules.map((rule) => ({ rule, result: runOne(rule, materials) }));
}

function runOne(rule: Rule, materials: Materials): RuleOutcome {
  try {
    return rule.run(materials);
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'an unknown error';
    return { outcome: 'cannot_tell', reason: `The rule "${rule.id}" stopped with ${kind}.` };
  }
}

/** The findings among the results, errors first. */
export function findingsOf(results: readonly RuleResult[]): readonly Finding[] {
  const order = { error: 0, warning: 1, info: 2 } as const;
  return results
    .flatMap(({ rule, result }) => (result.outcome === 'fail' ? [findingOf(rule, result)] : []))
    .sort((a, b) => order[a.severity] - order[b.severity]);
}

function findingOf(rule: Rule, { severity, title, fix, evidence }: RuleFailure): Finding {
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    title: title ?? rule.title,
    why: rule.why,
    evidence,
    fix: fix ?? rule.fix,
    sources: rule.sources,
  };
}
