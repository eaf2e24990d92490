import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';

/** Characters on one page; more at once would hold up the panel. */
const page = 60_000;
/** A placeholder as written in text and in an address. */
const placeholder =
  /‹[a-z0-9_]+·[0-9a-f]+(?:-[0-9a-f]+)?·\d+ chars(?:, [a-z_ ]+)?›|%E2%80%B9[\w%.-]+?%E2%80%BA/g;

/** The text of a file exactly as it is saved, page by page, with what stands for removed values marked. */
export function Preview({ text }: { readonly text: string }): JSX.Element {
  const at = useSignal(0);
  useEffect(() => {
    at.value = 0;
  }, [text]);
  const pages = pagesOf(text);
  const number = Math.min(at.value, pages.length - 1);
  return (
    <>
      <pre class="preview" tabIndex={0} aria-label="The file as it is saved">
        {marked(pages[number] ?? '')}
      </pre>
      {pages.length > 1 && (
        <p class="pages">
          <button class="boxed" disabled={number === 0} onClick={() => (at.value = number - 1)}>
            Page before
          </button>{' '}
          {number + 1} of {pages.length}{' '}
          <button
            class="boxed"
            disabled={number === pages.length - 1}
            onClick={() => (at.value = number + 1)}
          >
            Next page
          </button>
        </p>
      )}
    </>
  );
}

/** Pieces that make up the text, none of which ends inside a placeholder. */
export function pagesOf(text: string): readonly string[] {
  const pages: string[] = [];
  let from = 0;
  while (from < text.length) {
    let to = Math.min(text.length, from + page);
    const open = Math.max(text.lastIndexOf('‹', to - 1), text.lastIndexOf('%E2%80%B9', to - 1));
    if (to < text.length && open > from && to - open < 300) to = open;
    pages.push(text.slice(from, to));
    from = to;
  }
  return pages.length === 0 ? [''] : pages;
}

function marked(text: string): readonly (string | JSX.Element)[] {
  const parts: (string | JSX.Element)[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    parts.push(text.slice(end, match.index), <mark key={match.index}>{match[0]}</mark>);
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}
