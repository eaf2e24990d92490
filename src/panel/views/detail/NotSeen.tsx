import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import type { Recording } from '../../store/recording.ts';

/** What could not be observed, and what follows from that. */
export function NotSeen({
  recording,
  flow,
}: {
  readonly recording: Recording;
  readonly flow: FlowReport;
}): JSX.Element {
  if (flow.unseen.length === 0) return <p>Everything of this flow was seen.</p>;
  return (
    <ul class="others">
      {flow.unseen.map(({ id, sentence }) => (
        <li key={id}>{recording.text(sentence)}</li>
      ))}
    </ul>
  );
}
