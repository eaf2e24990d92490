import type { FlowOutline } from '../../engine/diagnosis/report.ts';
import { isJudged } from './is-judged.ts';

/** Fields a filter word may name, as in `host:login.example`. */
const filterFields = ['client', 'host', 'error', 'parameter'] as const;

type Field = (typeof filterFields)[number];

/** One word of a filter; all must hold. */
export interface FilterWord {
  readonly field: Field | undefined;
  readonly text: string;
  readonly negated: boolean;
}

/** What a filter looks at: for each field the words of a flow. */
export type Searchable = Readonly<Record<Field, readonly string[]>>;

/** Reads `client:x host:y -error:z "two words"`; an unknown field is plain text. */
export function parseFilter(text: string): readonly FilterWord[] {
  return [...text.matchAll(/(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi)].flatMap((match) => {
    const field = filterFields.find((name) => name === match[2]?.toLowerCase());
    const value = match[3] ?? match[4] ?? '';
    const whole = field === undefined && match[2] !== undefined ? `${match[2]}:${value}` : value;
    return whole === '' ? [] : [{ field, text: whole.toLowerCase(), negated: match[1] === '-' }];
  });
}

/** Whether every word of a filter holds. */
export function matchesFilter(words: readonly FilterWord[], searchable: Searchable): boolean {
  return words.every(({ field, text, negated }) => {
    const fields = field === undefined ? filterFields : [field];
    return (
      fields.some((name) => searchable[name].some((value) => value.toLowerCase().includes(text))) !== negated
    );
  });
}

/** Whether a flow has something to look at: a failure, or a finding that is no mere information. */
export function hasProblem(flow: FlowOutline): boolean {
  return flow.verdict.outcome === 'failed' || problemCount(flow) > 0;
}

/** Number of findings that are errors or warnings, as far as the flow is judged. */
export function problemCount(flow: FlowOutline): number {
  return isJudged(flow) ? flow.findings.filter(({ severity }) => severity !== 'info').length : 0;
}
