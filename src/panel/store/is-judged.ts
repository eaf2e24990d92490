import type { FlowOutline, FlowReport } from '../../engine/diagnosis/report.ts';

/** Whether the rules were asked about a flow; before that nobody knows what is wrong with it. */
export function isJudged(flow: FlowOutline): flow is FlowReport {
  return 'findings' in flow;
}
