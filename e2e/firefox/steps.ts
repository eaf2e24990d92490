import { readFileSync } from 'node:fs';
import type { InspectedFirefox } from './inspected.ts';
import { exportTrace } from './panel.ts';

/** The members of a trace file that tell where a step was seen, and how. */
interface TraceFile {
  readonly report: {
    readonly flows: readonly { readonly steps: readonly { readonly exchange: string }[] }[];
  };
  readonly exchanges: readonly {
    readonly id: string;
    readonly tab: number;
    readonly frame: number;
    readonly kind: string;
    readonly status: number;
    readonly url: string;
    readonly channels: readonly string[];
  }[];
}

const isTraceFile = (value: unknown): value is TraceFile =>
  typeof value === 'object' && value !== null && 'report' in value && 'exchanges' in value;

/** The exchanges that are steps of the shown login and its renewals, in their order. */
export async function steps(firefox: InspectedFirefox, file: string): Promise<TraceFile['exchanges']> {
  await exportTrace(firefox, file);
  const trace: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isTraceFile(trace)) throw new Error('This is no trace.');
  const { report, exchanges } = trace;
  const ids = report.flows.flatMap((flow) => flow.steps.map(({ exchange }) => exchange));
  return [...new Set(ids)].flatMap((id) => exchanges.find((each) => each.id === id) ?? []);
}

/** Each exchange in a few words: kind, path, status, and whether its body was read by the filter. */
export const wordsOf = (exchanges: TraceFile['exchanges']): readonly string[] =>
  exchanges.map(({ kind, url, status, channels }) => {
    const path = decodeURIComponent(new URL(url).pathname).replace(/‹.+›/u, '…');
    return `${kind} ${path} ${status}${channels.includes('response_filter') ? ' with body' : ''}`;
  });
