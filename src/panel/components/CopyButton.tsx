import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

interface Props {
  readonly children: string;
  /** Made when it is asked for, masked. */
  readonly text: () => string | Promise<string>;
  readonly title?: string;
  readonly className?: string;
}

/** Copies text and says that it did. */
export function CopyButton({ children, text, title, className }: Props): JSX.Element {
  const isCopied = useSignal(false);
  async function press(): Promise<void> {
    copyText(await text());
    isCopied.value = true;
  }
  return (
    <button
      class={className}
      title={title}
      onClick={() => void press()}
      onBlur={() => (isCopied.value = false)}
      onPointerLeave={() => (isCopied.value = false)}
    >
      <span aria-live="polite">{isCopied.value ? 'Copied' : children}</span>
    </button>
  );
}

/** Copies text; DevTools panels may not use the asynchronous clipboard, so this goes the old way. */
export function copyText(text: string): void {
  const area = document.createElement('textarea');
  const before = document.activeElement;
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
}
