import { createAnalyzerOf, type Analyzer } from './analyzer.ts';
import { judge } from './diagnosis/judge.ts';
import type { Report } from './diagnosis/report.ts';
import type { Exchange } from './http/exchange.ts';

/** An analyzer that has seen nothing. */
export function createAnalyzer(): Analyzer {
  return createAnalyzerOf(judge);
}

/** The report on exchanges that are complete, such as a recording. */
export function analyze(exchanges: readonly Exchange[], now = Infinity): Report {
  const analyzer = createAnalyzer();
  for (const exchange of exchanges) analyzer.ingest(exchange);
  return analyzer.report(now);
}
