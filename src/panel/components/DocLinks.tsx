import type { JSX } from 'preact';
import { DocLink } from './DocLink.tsx';

interface Props {
  /** Address of the folder of our documents; undefined where they do not stand beside the panel. */
  readonly docs: string | undefined;
  /** As they are called: “Rules” is `rules.html`. */
  readonly titles: readonly string[];
}

/** Links to our own documents; nothing where there are none. */
export function DocLinks({ docs, titles }: Props): JSX.Element | null {
  if (docs === undefined) return null;
  return (
    <span class="sources">
      {titles.map((title, index) => (
        <span key={title}>
          {index > 0 && ' · '}
          <DocLink docs={docs} page={`${title.toLowerCase()}.html`}>
            {title}
          </DocLink>
        </span>
      ))}
    </span>
  );
}
