import type { JSX } from 'preact';
import type { Outcome } from '../../engine/flow/vocabulary.ts';

const signs: Readonly<Record<Outcome, string>> = {
  succeeded: '✓',
  failed: '✕',
  abandoned: '–',
  in_progress: '…',
  handed_to_server: '→',
};

/** The sign of an outcome; the words stand beside it. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  return (
    <span class={`mark ${outcome}`} aria-hidden="true">
      {signs[outcome]}
    </span>
  );
}
