import type { Evidence } from '../http/evidence.ts';
import type { Message } from '../oauth/message.ts';
import type { Source } from '../oauth/source.ts';
import type { Materials } from './materials.ts';
import type { Severity } from './report.ts';
import type { Suspicion } from './suspicion.ts';

/** What a rule says when it failed. */
export interface RuleFailure {
  readonly outcome: 'fail';
  readonly evidence: readonly Evidence[];
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
  readonly title?: string;
  readonly fix?: string;
  /** What the fault explains, when the flow failed because of it. */
  readonly suspicion?: Suspicion | undefined;
}

/** The four answers of a rule. Not applicable: there is nothing to compare. Cannot tell: it was not captured. */
export type RuleOutcome =
  | { readonly outcome: 'pass'; readonly because?: string }
  | RuleFailure
  | { readonly outcome: 'not_applicable' }
  | { readonly outcome: 'cannot_tell'; readonly reason: string };

/** The materials a rule asked for, all present. */
export type Given<Need extends keyof Materials> = {
  readonly [Name in Need]: NonNullable<Materials[Name]>;
};

interface RuleMeta {
  /** As the file is named. */
  readonly id: string;
  /** The fault, present tense, without captured values. */
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  readonly sources: readonly Source[];
  /** What a reader need not suspect once the rule passed, e.g. "redirect_uri". */
  readonly rulesOut?: string;
  /** Only who runs the server can mend it: of a provider’s own servers it is told where a login failed, and not else. */
  readonly blames?: 'provider';
}

/** A rule as its file writes it; `check` sees what `needs` names and nothing else. */
export interface RuleDefinition<Need extends keyof Materials> extends RuleMeta {
  readonly needs: readonly Need[];
  check(given: Given<Need>): RuleOutcome;
}

/** A rule as the runner sees it. */
export interface Rule extends RuleMeta {
  run(materials: Materials): RuleOutcome;
}

/** Makes a rule that does not apply where something it needs is absent. */
export function defineRule<const Need extends keyof Materials>(definition: RuleDefinition<Need>): Rule {
  const { needs, check, ...meta } = definition;
  return { ...meta, run: (materials) => (hasAll(materials, needs) ? check(materials) : notApplicable) };
}

export const pass: RuleOutcome = { outcome: 'pass' };
export const notApplicable: RuleOutcome = { outcome: 'not_applicable' };

/** Passed, with what was seen. */
export function passBecause(because: string): RuleOutcome {
  return { outcome: 'pass', because };
}

/** Not decidable from what was captured. */
export function cannotTell(reason: string): RuleOutcome {
  return { outcome: 'cannot_tell', reason };
}

/** Failed; `more` overrides the rule's own words for this case. */
export function fail(
  evidence: readonly Evidence[],
  more: Omit<RuleFailure, 'outcome' | 'evidence'> = {},
): RuleOutcome {
  return { outcome: 'fail', evidence, ...more };
}

/** Points to a parameter of a message, or to the request that lacks it. */
export function at(message: Pick<Message, 'params' | 'exchange'>, name: string): Evidence {
  return message.params.find(name)?.at ?? { exchange: message.exchange.id, part: 'request', name };
}

function hasAll<Need extends keyof Materials>(
  materials: Materials,
  needs: readonly Need[],
): materials is Materials & Given<Need> {
  return needs.every((need) => materials[need] !== undefined);
}
