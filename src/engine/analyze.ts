import type { FlowReport, Report } from './diagnosis/report.ts';
import type { Exchange } from './http/exchange.ts';

/** Facts that traffic does not carry; all optional, none secret. */
export interface AnalyzerOptions {
  /** Now, Unix milliseconds: tells a login that still runs from one that was abandoned. */
  readonly now?: number;
}

/**
 * The one door of the engine. Exchanges may come in any order and may come again with more known (same id);
 * the cost of one does not grow with what is stored.
 */
export interface Analyzer {
  /** Adds an exchange, or replaces the one with its id. Returns the ids of the flows that changed. */
  ingest(exchange: Exchange): readonly string[];
  /** Forgets an exchange that the session log dropped. */
  forget(exchangeId: string): readonly string[];
  flow(id: string): FlowReport | undefined;
  report(now?: number): Report;
}
