import { createFlowStore, type FlowStore } from '../engine/flow/flow-store.ts';
import type { Flow } from '../engine/flow/flow.ts';
import { progressOf, type Progress } from '../engine/flow/progress.ts';
import { timelineOf, type Timeline } from '../engine/flow/timeline.ts';
import { unseenOf } from '../engine/flow/unseen.ts';
import type { UnseenId } from '../engine/flow/vocabulary.ts';
import { fromTraceText, traceStart } from './trace-text.ts';

/** Everything about one flow of a trace. */
export interface FlowView {
  readonly flow: Flow;
  readonly progress: Progress;
  readonly timeline: Timeline;
  readonly unseen: readonly UnseenId[];
  readonly parent: string | undefined;
}

/** The store after a trace (see trace-text.ts). */
export function storeIn(trace: string): FlowStore {
  const store = createFlowStore();
  for (const exchange of fromTraceText(trace)) store.ingest(exchange);
  return store;
}

/** The flows of a trace in order of their start; `now` in seconds after the start of the trace. */
export function flowsIn(trace: string, now = Infinity): readonly FlowView[] {
  const store = storeIn(trace);
  return store
    .ids()
    .flatMap((id) => store.flow(id) ?? [])
    .toSorted((a, b) => a.root.startedAt - b.root.startedAt)
    .map((flow) => {
      const hops = store.navigationsOf(flow);
      const progress = progressOf(flow, hops, traceStart + now * 1000);
      return {
        flow,
        progress,
        timeline: timelineOf(flow, hops, store.preflightsOf(flow), store.authority),
        unseen: unseenOf(flow, progress).map(({ id }) => id),
        parent: store.parentOf(flow),
      };
    });
}

/** The steps of a flow as one line: labels, `!` for failed, `×n` for several requests, `+n` for hops inside. */
export function stepsOf({ timeline }: FlowView): string {
  return timeline.steps
    .map(({ label, failed, attempts, foldedHops }) =>
      [
        label,
        failed ? '!' : '',
        attempts > 1 ? ` ×${attempts}` : '',
        foldedHops > 0 ? ` +${foldedHops}` : '',
      ].join(''),
    )
    .join(' > ');
}
