import type { Exchange } from './exchange.ts';
import { clockShift, type ClockShift } from './clock-shift.ts';
import { pairsOf } from './same-exchange.ts';

/** Several recordings as one session. */
export interface JoinedSession {
  /** In order of time; ids are unique. */
  readonly exchanges: readonly Exchange[];
  /** By how much the times of a recording were moved to the clock of the first; undefined where they were not. */
  readonly shifts: readonly (ClockShift | undefined)[];
}

/**
 * Joins recordings whose clocks may differ. The first one's clock counts; what two of them recorded is one exchange, in the
 * version of which more is known.
 */
export function joinSessions(sessions: readonly (readonly Exchange[])[]): JoinedSession {
  let joined: readonly Exchange[] = [];
  const shifts: (ClockShift | undefined)[] = [];
  for (const [index, session] of sessions.entries()) {
    const shift = index === 0 ? undefined : clockShift(joined, session);
    const moved = shift === undefined ? session : session.map((exchange) => movedBy(exchange, shift.by));
    shifts.push(shift);
    joined = index === 0 ? withFreeIds(session, new Set(), 1) : combined(joined, moved, index + 1);
  }
  return { exchanges: joined.toSorted((one, other) => one.startedAt - other.startedAt), shifts };
}

function combined(
  joined: readonly Exchange[],
  session: readonly Exchange[],
  number: number,
): readonly Exchange[] {
  const better = new Map<Exchange, Exchange>();
  const double = new Set<Exchange>();
  for (const [one, other] of pairsOf(joined, session)) {
    double.add(other);
    if (knowledge(other) > knowledge(one)) better.set(one, { ...other, id: one.id });
  }
  const taken = new Set(joined.map(({ id }) => id));
  const added = session.filter((exchange) => !double.has(exchange));
  return [
    ...joined.map((exchange) => better.get(exchange) ?? exchange),
    ...withFreeIds(added, taken, number),
  ];
}

function withFreeIds(session: readonly Exchange[], taken: Set<string>, number: number): readonly Exchange[] {
  return session.map((exchange) => {
    const id = taken.has(exchange.id) ? `${number}/${exchange.id}` : exchange.id;
    taken.add(id);
    return id === exchange.id ? exchange : { ...exchange, id };
  });
}

function knowledge({ known, responseBody, tab }: Exchange): number {
  return (
    Object.values(known).filter(Boolean).length +
    (responseBody === undefined ? 0 : 1) +
    (tab === undefined ? 0 : 1)
  );
}

function movedBy(exchange: Exchange, by: number): Exchange {
  const { startedAt, respondedAt, endedAt } = exchange;
  return {
    ...exchange,
    startedAt: startedAt + by,
    respondedAt: respondedAt === undefined ? undefined : respondedAt + by,
    endedAt: endedAt === undefined ? undefined : endedAt + by,
  };
}
