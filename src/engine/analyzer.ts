import { readFlow, type Judge, type Known } from './diagnosis/read-flow.ts';
import type { FlowOutline, FlowReport, Report } from './diagnosis/report.ts';
import { createFlowStore } from './flow/flow-store.ts';
import type { Exchange } from './http/exchange.ts';

/**
 * The one door of the engine. Exchanges may come in any order and may come again with more known (same id);
 * the cost of one does not grow with what is stored.
 */
export interface Analyzer {
  /** Adds an exchange, or replaces the one with its id. Returns the ids of the flows that changed, gone ones included. */
  ingest(exchange: Exchange): readonly string[];
  /** Forgets an exchange that the session log dropped. */
  forget(exchangeId: string): readonly string[];
  /** Takes what the user says is registered, or what succeeded in earlier sessions, in place of what was known before. */
  know(news: Partial<Known>): void;
  /** Has every flow judged from now on. */
  judgeBy(judge: Judge): void;
  /** `now`, Unix milliseconds, tells a login that still runs from an abandoned one; without it everything has ended. */
  flow(id: string, now?: number): FlowReport | undefined;
  /** Flows in order of their start; those that are judged already, or would be, are reports. */
  outlines(now?: number): readonly (FlowOutline | FlowReport)[];
  /** Flows in order of their start; none before there is a judge. */
  report(now?: number): Report;
}

/** What was said of a flow, and when. */
interface Said {
  readonly outline: FlowOutline;
  /** Undefined where there is no judge. */
  readonly report: FlowReport | undefined;
  readonly madeAt: number;
}

/** An analyzer that has seen nothing, and tells no more than outlines until it has a judge. */
export function createAnalyzerOf(firstJudge: Judge | undefined): Analyzer {
  const store = createFlowStore();
  let judge = firstJudge;
  let beside: Known = { registrations: [], successes: [], lifetimes: [] };
  const known = new Map<string, Said>();

  function outdate(ids: readonly string[]): readonly string[] {
    for (const id of ids) known.delete(id);
    return ids;
  }

  function said(id: string, now: number): Said | undefined {
    const last = known.get(id);
    if (last !== undefined && isStillTrue(last, now)) return last;
    const found = store.flow(id);
    if (found === undefined) return undefined;
    const reading = readFlow(found, store, now, beside);
    const made = { outline: reading.outline, report: judge?.(reading), madeAt: now };
    known.set(id, made);
    return made;
  }

  const all = (now: number): readonly Said[] =>
    store
      .ids()
      .flatMap((id) => said(id, now) ?? [])
      .sort(({ outline: a }, { outline: b }) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));

  return {
    ingest: (exchange) => outdate(store.ingest(exchange)),
    forget: (exchangeId) => outdate(store.forget(exchangeId)),
    know(news) {
      beside = { ...beside, ...news };
      known.clear();
    },
    judgeBy(next) {
      judge = next;
      known.clear();
    },
    flow: (id, now = Infinity) => said(id, now)?.report,
    outlines: (now = Infinity) => all(now).map(({ outline, report }) => report ?? outline),
    report: (now = Infinity) => ({ flows: all(now).flatMap(({ report }) => report ?? []) }),
  };
}

/** Only what is under way changes with time, and at the end; what was given up stays so unless the clock is turned back. */
function isStillTrue({ outline, madeAt }: Said, now: number): boolean {
  if ((madeAt === Infinity) !== (now === Infinity)) return false;
  switch (outline.verdict.outcome) {
    case 'succeeded':
    case 'failed':
      return true;
    case 'abandoned':
    case 'handed_to_server':
      return now >= madeAt;
    case 'in_progress':
      return now === madeAt;
  }
}
