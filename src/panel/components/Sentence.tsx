import type { JSX } from 'preact';
import { MaskedText } from './MaskedText.tsx';

/** Prose in which names off the wire, such as `redirect_uri`, stand in their own type. */
export function Sentence({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text
        .split(/((?<![\w‹/=.])[a-z]+(?:_[a-z0-9]+)+(?![\w›]))/)
        .map((part, index) =>
          index % 2 === 1 ? <code key={index}>{part}</code> : <MaskedText key={index} text={part} />,
        )}
    </>
  );
}
