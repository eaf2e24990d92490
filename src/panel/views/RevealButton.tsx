import type { JSX } from 'preact';
import type { Evidence } from '../../engine/diagnosis/report.ts';
import { hasMask } from '../components/MaskedText.tsx';
import type { Recording } from '../store/recording.ts';

/** Shows one masked value in full; nothing where there is nothing masked. */
export function RevealButton({
  recording,
  at,
}: {
  readonly recording: Recording;
  readonly at: Evidence;
}): JSX.Element | null {
  if (recording.isRevealed(at)) return <span class="tag warn">shown in full</span>;
  if (!hasMask(recording.value(at) ?? '')) return null;
  return (
    <button
      class="reveal"
      aria-label={`Show ${at.name} in full`}
      title="Show this one value in full"
      onClick={() => recording.reveal(at)}
    >
      Show
    </button>
  );
}
