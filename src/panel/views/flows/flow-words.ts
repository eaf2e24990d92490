import type { FlowOutline } from '../../../engine/diagnosis/report.ts';
import { durationWords } from '../../../engine/http/duration-words.ts';
import { kindWords, outcomeWords } from '../../components/words.ts';

/** What a row of the list says of a flow. */
export interface FlowWords {
  readonly name: string;
  readonly beside: string;
  readonly what: string;
  readonly kind: string;
  /** Empty while it is not over. */
  readonly took: string;
}

/** The words of a flow's row. */
export function flowWords(flow: FlowOutline): FlowWords {
  const [name, beside] = namesOf(flow);
  const { verdict, kind, pkce, startedAt, endedAt } = flow;
  const kindAndPkce = pkce === 'S256' ? `${kindWords[kind]} + PKCE` : kindWords[kind];
  return {
    name,
    beside,
    what: verdict.answer?.error ?? outcomeWords[verdict.outcome],
    kind: kindAndPkce,
    took: endedAt === undefined ? '' : durationWords(endedAt - startedAt),
  };
}

/** The tenant where there is one; a host says more than the name of the software that runs there, a client more than no name. */
function namesOf({ authority, clientId }: FlowOutline): readonly [string, string] {
  const { provider, providerName, tenant, host } = authority;
  if (tenant !== undefined) return [providerName, tenant];
  const isNamed = provider !== 'generic' && providerName !== host;
  return [host, isNamed ? providerName : (clientId ?? 'unknown client')];
}

/** How much further in a row stands that belongs to the one above, pixels. */
export const indent = 14;

/** Height of a row of so many lines, pixels. */
export const rowHeight = (lines: number): number => 12 + 18 * lines;

/** Widths in pixels at the list's size of letters: of a letter on average, in a wide font; of a time and of a count with their gaps. */
const letter = { bold: 7.4, plain: 6.4 } as const;
const [time, count] = [64, 30];

/**
 * How many lines a row has, so that nothing is cut off. Two, unless one is longer than `room`, pixels: then name, what
 * stands beside it and what happened have as many of their own as each needs.
 */
export function linesOf(words: FlowWords, room: number, hasCount: boolean): number {
  const { name, beside, what, kind, took } = words;
  const nameWidth = name.length * letter.bold;
  const besideWidth = beside.length * letter.plain;
  const tookWidth = (3 + took.length) * letter.plain;
  const forWhat = room - (hasCount ? count : 0);
  const whole = (what.length + 3 + kind.length) * letter.plain;
  if (nameWidth + 3 * letter.plain + besideWidth + time <= room && whole + tookWidth <= forWhat) return 2;
  const lines = (width: number, within: number): number => Math.max(1, Math.ceil(width / within));
  return (
    lines(nameWidth, room - time) +
    lines(besideWidth, room - tookWidth) +
    (whole <= forWhat ? 1 : 1 + lines(what.length * letter.plain, forWhat))
  );
}
