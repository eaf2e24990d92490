import type { ComponentChildren, JSX } from 'preact';

interface Props {
  /** Address of the folder of our documents; undefined where they do not stand beside the panel. */
  readonly docs: string | undefined;
  /** Its name, with the place in it: `rules.html#state-mismatch`. */
  readonly page: string;
  readonly children: ComponentChildren;
}

/** A link to one of our own documents; its words alone where there is none. */
export function DocLink({ docs, page, children }: Props): JSX.Element {
  if (docs === undefined) return <>{children}</>;
  return (
    <a href={`${docs}${page}`} target="_blank">
      {children}
    </a>
  );
}
