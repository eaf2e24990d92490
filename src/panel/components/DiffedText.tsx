import type { JSX } from 'preact';
import { visible } from '../../engine/http/visible.ts';
import { diffCharacters } from './character-diff.ts';
import { MaskedText } from './MaskedText.tsx';

/** A value beside the one it should equal: characters that differ are marked, those it lacks are drawn hollow. */
export function DiffedText({
  reference,
  value,
}: {
  readonly reference: string;
  readonly value: string;
}): JSX.Element {
  return (
    <>
      {diffCharacters(reference, value).map(({ kind, text }, index) =>
        kind === 'same' ? (
          <MaskedText key={index} text={text} />
        ) : (
          <mark
            key={index}
            class={kind}
            title={`“${visible(text)}” ${kind === 'missing' ? 'is missing here' : 'differs from the other values'}`}
          >
            <MaskedText text={text} />
          </mark>
        ),
      )}
    </>
  );
}
