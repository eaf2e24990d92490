import type { JSX } from 'preact';
import type { Source } from '../../engine/diagnosis/report.ts';

/** Links to what a statement rests on. */
export function SourceLinks({ sources }: { readonly sources: readonly Source[] }): JSX.Element {
  return (
    <span class="sources">
      {sources.map(({ title, url }, index) => (
        <span key={url}>
          {index > 0 && ' · '}
          <a href={url} target="_blank" rel="noopener noreferrer">
            {title}
          </a>
        </span>
      ))}
    </span>
  );
}
