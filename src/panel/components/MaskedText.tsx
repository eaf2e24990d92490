import type { JSX } from 'preact';
import { visibleLines } from '../../engine/http/visible.ts';

/** How a masked value looks in text: what it was, a tag that is equal for equal values, its length. */
const masked = /‹([a-z0-9_]+)·([0-9a-f]+)((?:-[0-9a-f]+)?)·(\d+) chars›/g;

/** Whether text holds a masked value. */
export function hasMask(text: string): boolean {
  return /‹[a-z0-9_]+·[0-9a-f]+(?:-[0-9a-f]+)?·\d+ chars›/.test(text);
}

/** Text in which masked values are drawn as labels, and nothing hides: whatever was captured reaches the screen through it. */
export function MaskedText({ text }: { readonly text: string }): JSX.Element {
  const parts: (string | JSX.Element)[] = [];
  let end = 0;
  for (const match of text.matchAll(masked)) {
    const [whole, category = '', tag = '', mark = '', length = ''] = match;
    parts.push(
      visibleLines(text.slice(end, match.index)),
      <span
        key={match.index}
        class="masked"
        title={`Masked. Wherever you see ${tag}${mark}, the value is the same one.`}
      >
        {category}
        <b>·{tag}</b> <small>{length} characters</small>
      </span>,
    );
    end = match.index + whole.length;
  }
  return (
    <>
      {parts}
      {visibleLines(text.slice(end))}
    </>
  );
}
