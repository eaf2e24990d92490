import type { Exchange } from './exchange.ts';
import { headerValue } from './headers.ts';
import { pairsOf } from './same-exchange.ts';
import { originOf } from './url.ts';

/** What has to be added to the times of a recording. */
export interface ClockShift {
  /** Milliseconds. */
  readonly by: number;
  /** How it was found: by exchanges that both recordings hold, or by what servers said the time was. */
  readonly from: 'same_exchanges' | 'dates';
  /** How many exchanges it rests on. */
  readonly count: number;
}

/** `Date` counts seconds and an answer is under way for a while; less than this is no difference, milliseconds. */
const negligible = 3000;

/** By how much the clock of `other` is to be moved to fit that of `reference`; undefined when they agree or nothing tells. */
export function clockShift(
  reference: readonly Exchange[],
  other: readonly Exchange[],
): ClockShift | undefined {
  const pairs = pairsOf(reference, other).map(([one, same]) => one.startedAt - same.startedAt);
  const found: ClockShift | undefined =
    pairs.length > 0
      ? { by: middle(pairs), from: 'same_exchanges', count: pairs.length }
      : byDates(datesOf(reference), datesOf(other));
  return found === undefined || Math.abs(found.by) < negligible ? undefined : found;
}

/** Servers that both recordings asked are compared with themselves; without one, every server is taken to be right. */
function byDates(reference: Dates, other: Dates): ClockShift | undefined {
  const common = [...other.keys()].filter((origin) => reference.has(origin));
  const ahead = (dates: Dates, origins: readonly string[]): readonly number[] =>
    origins.flatMap((origin) => dates.get(origin) ?? []);
  const [ours, theirs] =
    common.length > 0
      ? [ahead(reference, common), ahead(other, common)]
      : [ahead(reference, [...reference.keys()]), ahead(other, [...other.keys()])];
  if (ours.length === 0 || theirs.length === 0) return undefined;
  return { by: middle(theirs) - middle(ours), from: 'dates', count: theirs.length };
}

/** How far each server's clock is ahead of the recording's, by the origin of the server. */
type Dates = ReadonlyMap<string, readonly number[]>;

function datesOf(exchanges: readonly Exchange[]): Dates {
  const dates = new Map<string, number[]>();
  for (const { url, startedAt, respondedAt, responseHeaders } of exchanges) {
    const date = Date.parse(headerValue(responseHeaders, 'date') ?? '');
    // What a cache answers has the date of another day.
    if (Number.isNaN(date) || headerValue(responseHeaders, 'age') !== undefined) continue;
    const ahead = date - (respondedAt ?? startedAt);
    const known = dates.get(originOf(url));
    if (known === undefined) dates.set(originOf(url), [ahead]);
    else known.push(ahead);
  }
  return dates;
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
