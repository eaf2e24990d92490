import type { Shareable } from './shareable.ts';
import { label, participants, stepLines } from './mermaid-lines.ts';
import { flowText, outcomeText, receiptSentence } from './words.ts';

/** Every flow of a session as one Mermaid sequence diagram. */
export function toMermaid({ report, receipt }: Shareable): string {
  const notes = report.flows.length > 1;
  const body = report.flows.flatMap((flow) => [
    ...(notes
      ? [`  Note over browser: ${label(`${flowText(flow)}: ${outcomeText[flow.verdict.outcome]}`)}`]
      : []),
    ...stepLines(flow, Number.POSITIVE_INFINITY),
  ]);
  return `${['sequenceDiagram', ...participants(report.flows), ...body, `%% ${receiptSentence(receipt)}`].join('\n')}\n`;
}
