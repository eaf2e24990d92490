import type { JSX } from 'preact';
import type { Cause, RuledOut } from '../../../engine/diagnosis/report.ts';
import { Sentence } from '../../components/Sentence.tsx';
import { confidenceMeaning, confidenceWords, countWords } from '../../components/words.ts';
import type { Recording } from '../../store/recording.ts';

/** Causes that the traffic also fits, each with the observation that would decide it. */
export function OtherCauses({
  recording,
  causes,
}: {
  readonly recording: Recording;
  readonly causes: readonly Cause[];
}): JSX.Element | null {
  if (causes.length === 0) return null;
  return (
    <details>
      <summary>It could also be: {countWords(causes.length, 'other cause')}</summary>
      <ul class="others">
        {causes.map((cause) => (
          <li key={cause.id}>
            <span class={`chip ${cause.confidence}`} title={confidenceMeaning[cause.confidence]}>
              {confidenceWords(cause)}
            </span>{' '}
            <Sentence text={recording.text(cause.sentence)} />
            {cause.decidedBy !== undefined && (
              <p class="soft">
                What would decide it: <Sentence text={recording.text(cause.decidedBy)} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Causes that were checked and refuted, so that a reader need not. */
export function RuledOutCauses({
  recording,
  ruledOut,
}: {
  readonly recording: Recording;
  readonly ruledOut: readonly RuledOut[];
}): JSX.Element | null {
  if (ruledOut.length === 0) return null;
  return (
    <details>
      <summary>
        <span class="soft">Ruled out: {ruledOut.map(({ label }) => recording.text(label)).join(', ')}</span>
      </summary>
      <ul class="others">
        {ruledOut.map(({ label, reason }) => (
          <li key={label}>
            <b>{recording.text(label)}</b>: <Sentence text={recording.text(reason)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
