import type { Report } from '../diagnosis/report.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Redactor } from './redact.ts';
import type { Receipt } from './receipt.ts';
import { redactReport } from './redact-report.ts';

const door: unique symbol = Symbol('made by this file only');

/**
 * A session that may leave the program. Every exporter takes this and nothing else, and only the two functions below
 * can make one, so that no exporter can touch what was not redacted.
 */
export interface Shareable {
  readonly [door]: true;
  readonly exchanges: readonly Exchange[];
  readonly report: Report;
  /** Names of the files or `live`. */
  readonly sources: readonly string[];
  /** Undefined when nothing was redacted because the user asked for that. */
  readonly receipt: Receipt | undefined;
}

/** The one door out: exchanges and the report on them, both redacted. */
export function redactSession(exchanges: readonly Exchange[], report: Report, redactor: Redactor): Shareable {
  for (const exchange of exchanges) redactor.learn(exchange);
  const redacted = exchanges.map((exchange) => redactor.redact(exchange));
  return {
    [door]: true,
    exchanges: redacted,
    report: redactReport(report, redactor.text),
    sources: sourcesOf(exchanges),
    receipt: redactor.receipt(redacted),
  };
}

/** The same with all values shown: only for a user who asked for that in so many words. */
export function revealSession(exchanges: readonly Exchange[], report: Report): Shareable {
  return { [door]: true, exchanges, report, sources: sourcesOf(exchanges), receipt: undefined };
}

function sourcesOf(exchanges: readonly Exchange[]): readonly string[] {
  return [...new Set(exchanges.map(({ source }) => source))];
}
