import type { FlowOutline, Step } from '../../engine/diagnosis/report.ts';

/**
 * What is shown until the user chooses: the newest failure that no later success has made good, else the newest flow. What
 * belongs to another flow, such as a broker's own login, is for a reader of that.
 */
export function firstToShow(flows: readonly FlowOutline[]): FlowOutline | undefined {
  const isMadeGood = (failed: FlowOutline): boolean =>
    flows.some(
      (flow) =>
        flow.verdict.outcome === 'succeeded' &&
        flow.startedAt > failed.startedAt &&
        flow.clientId === failed.clientId,
    );
  const roots = flows.filter(({ parent }) => parent === undefined);
  return (
    flows.findLast((flow) => flow.verdict.outcome === 'failed' && !isMadeGood(flow)) ??
    roots.at(-1) ??
    flows.at(-1)
  );
}

/** The step shown until the user chooses: the one that failed, else the first. */
export function firstStep({ steps }: FlowOutline): Step | undefined {
  return steps.find(({ failed }) => failed) ?? steps[0];
}
