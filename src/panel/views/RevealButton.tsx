import type { JSX } from 'preact';
import type { Evidence } from '../../engine/diagnosis/report.ts';
import { hasMask } from '../components/MaskedText.tsx';
import type { Recording } from '../store/recording.ts';

/** Shows one masked value in full, and masks it again; nothing where there is nothing masked. One button for both keeps the focus. */
export function RevealButton({
  recording,
  at,
}: {
  readonly recording: Recording;
  readonly at: Evidence;
}): JSX.Element | null {
  const isRevealed = recording.isRevealed(at);
  if (!isRevealed && !hasMask(recording.value(at) ?? '')) return null;
  return (
    <button
      class={isRevealed ? 'reveal shown' : 'reveal'}
      aria-label={isRevealed ? `Mask ${at.name} again` : `Show ${at.name} in full`}
      title={isRevealed ? 'Shown in full; mask it again' : 'Show this one value in full'}
      onClick={() => (isRevealed ? recording.mask(at) : recording.reveal(at))}
    >
      {isRevealed ? 'Mask' : 'Show'}
    </button>
  );
}
