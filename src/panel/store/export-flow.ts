import type { FlowReport } from '../../engine/diagnosis/report.ts';
import { createRedactor } from '../../engine/trace/redact.ts';
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
  const root = flow.parent ?? flow.id;
  const flows = recording.flows.value.filter(
    ({ id, parent }) => id === root || parent === root || id === flow.id,
  );
  const exchanges = new Map(
    flows.flatMap((each) => recording.unmasked(each)).map((exchange) => [exchange.id, exchange]),
  );
  return {
    name: traceFileName(flow),
    text: toTrace([...exchanges.values()], {
      redactor: createRedactor({ key: parts.randomKey() }),
      report: { flows },
      createdAt: parts.now(),
      version: parts.version,
    }),
  };
}
