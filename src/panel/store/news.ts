import type { FlowReport } from '../../engine/diagnosis/report.ts';
import type { Recording } from './recording.ts';

/** Remembers verdicts and answers the newest that is not what it was, as a sentence. */
export function createNews(recording: Recording): () => string | undefined {
  let known = new Map<string, string>();
  return () => {
    const flows = recording.flows.value;
    const changed = flows.findLast((flow) => isSettled(flow) && known.get(flow.id) !== flow.verdict.sentence);
    known = new Map(flows.filter(isSettled).map(({ id, verdict }) => [id, verdict.sentence]));
    return changed === undefined ? undefined : recording.text(changed.verdict.sentence);
  };
}

function isSettled({ verdict }: FlowReport): boolean {
  return verdict.outcome !== 'in_progress';
}
