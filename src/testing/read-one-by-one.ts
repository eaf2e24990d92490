import { createAnalyzer } from '../engine/analyze.ts';
import type { Report } from '../engine/diagnosis/report.ts';
import type { Exchange } from '../engine/http/exchange.ts';

/** The last report on exchanges that are read one at a time and judged each time, from the first on and from the last on. */
export function readOneByOne(exchanges: readonly Exchange[]): readonly Report[] {
  return [exchanges, exchanges.toReversed()].map((order) => {
    const analyzer = createAnalyzer();
    for (const exchange of order) {
      analyzer.ingest(exchange);
      analyzer.report();
    }
    return analyzer.report();
  });
}
