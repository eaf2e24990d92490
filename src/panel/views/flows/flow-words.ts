import type { FlowOutline } from '../../../engine/diagnosis/report.ts';
import { durationWords } from '../../../engine/http/duration-words.ts';
import { kindWords, outcomeWords } from '../../components/words.ts';

/** What a row of the list says of a flow. */
export interface FlowWords {
  readonly name: string;
  readonly beside: string;
  readonly what: string;
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
    what: `${verdict.answer?.error ?? outcomeWords[verdict.outcome]} · ${kindAndPkce}`,
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

/** Widths in pixels at the list's size of letters: of a letter on average, in a wide font; of a time and of a count with their gaps. */
const letter = { bold: 7.4, plain: 6.2 } as const;
const [time, count] = [64, 30];

/** Whether what stands beside the name has a line of its own, so that nothing is cut off: without it, a line is longer than `room`, pixels. */
export function needsThirdLine(words: FlowWords, room: number, hasCount: boolean): boolean {
  const { name, beside, what, took } = words;
  const above = name.length * letter.bold + (3 + beside.length) * letter.plain + time;
  const below = (what.length + 3 + took.length) * letter.plain + (hasCount ? count : 0);
  return Math.max(above, below) > room;
}
