import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly large?: boolean;
  readonly children: ComponentChildren;
}

/** A dialog over the panel; Escape or the button closes it, and the focus goes back to where it was. */
export function Dialog({ title, onClose, large = false, children }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={large ? 'large' : undefined} aria-label={title} onClose={onClose}>
      <div class="dialog-head">
        <h2>{title}</h2>
        <span class="gap" />
        <button class="boxed" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {children}
    </dialog>
  );
}
