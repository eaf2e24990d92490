import type { FlowReport, Report } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { createRedactor } from '../../engine/trace/redact.ts';
import { redactSession } from '../../engine/trace/shareable.ts';
import { toMarkdown } from '../../engine/trace/to-markdown.ts';
import { toTrace, traceFileName } from '../../engine/trace/to-trace.ts';
import type { Recording } from './recording.ts';

/** What an export needs from outside. */
export interface ExportParts {
  /** New for each export, so that placeholders of two files cannot be compared. */
  readonly randomKey: () => Uint8Array;
  readonly now: () => number;
  readonly version: string;
}

/** A file to be saved. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** Writes a flow, with the flows it belongs to, as a redacted trace. */
export function exportFlow(flow: FlowReport, recording: Recording, parts: ExportParts): SavedFile {
  const { exchanges, report } = familyOf(flow, recording);
  return {
    name: traceFileName(flow),
    text: toTrace(exchanges, {
      redactor: createRedactor({ key: parts.randomKey() }),
      report,
      createdAt: parts.now(),
      version: parts.version,
    }),
  };
}

/** A flow as a ticket for support: the verdict, its proof and the sequence as Markdown, redacted. */
export function ticketOf(flow: FlowReport, recording: Recording, parts: ExportParts): string {
  const redactor = createRedactor({ key: parts.randomKey() });
  return toMarkdown(redactSession(recording.unmasked(flow), { flows: [flow] }, redactor));
}

/** A flow, its parent and its children, with every exchange of theirs. */
function familyOf(
  flow: FlowReport,
  recording: Recording,
): { readonly exchanges: readonly Exchange[]; readonly report: Report } {
  const root = flow.parent ?? flow.id;
  const flows = recording.flows.value.filter(
    ({ id, parent }) => id === root || parent === root || id === flow.id,
  );
  const exchanges = new Map(
    flows.flatMap((each) => recording.unmasked(each)).map((exchange) => [exchange.id, exchange]),
  );
  return { exchanges: [...exchanges.values()], report: { flows } };
}
