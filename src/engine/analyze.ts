import { flowReportOf, type Known } from './diagnosis/flow-report.ts';
import type { FlowReport, Report } from './diagnosis/report.ts';
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
  /** `now`, Unix milliseconds, tells a login that still runs from an abandoned one; without it everything has ended. */
  flow(id: string, now?: number): FlowReport | undefined;
  /** Flows in order of their start. */
  report(now?: number): Report;
}

/** An analyzer that has seen nothing. */
export function createAnalyzer(): Analyzer {
  const store = createFlowStore();
  let beside: Known = { registrations: [], successes: [], lifetimes: [] };
  const known = new Map<string, { readonly report: FlowReport; readonly madeAt: number }>();

  function outdate(ids: readonly string[]): readonly string[] {
    for (const id of ids) known.delete(id);
    return ids;
  }

  function flow(id: string, now = Infinity): FlowReport | undefined {
    const last = known.get(id);
    if (last !== undefined && isStillTrue(last.report, last.madeAt, now)) return last.report;
    const found = store.flow(id);
    if (found === undefined) return undefined;
    const report = flowReportOf(found, store, now, beside);
    known.set(id, { report, madeAt: now });
    return report;
  }

  return {
    ingest: (exchange) => outdate(store.ingest(exchange)),
    forget: (exchangeId) => outdate(store.forget(exchangeId)),
    know(news) {
      beside = { ...beside, ...news };
      known.clear();
    },
    flow,
    report: (now) => ({
      flows: store
        .ids()
        .flatMap((id) => flow(id, now) ?? [])
        .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1)),
    }),
  };
}

/** Only what is under way changes with time, and at the end; what was given up stays so unless the clock is turned back. */
function isStillTrue({ verdict }: FlowReport, madeAt: number, now: number): boolean {
  if ((madeAt === Infinity) !== (now === Infinity)) return false;
  switch (verdict.outcome) {
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

/** The report on exchanges that are complete, such as a recording. */
export function analyze(exchanges: readonly Exchange[], now = Infinity): Report {
  const analyzer = createAnalyzer();
  for (const exchange of exchanges) analyzer.ingest(exchange);
  return analyzer.report(now);
}
