import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { ShareFormat } from '../../../engine/trace/share-formats.ts';
import { copyText } from '../../components/CopyButton.tsx';
import type { Store } from '../../store/create-store.ts';

const items = [
  ['markdown', 'For support (Markdown)', 'Verdict, proof, sequence and receipt'],
  ['mermaid', 'Sequence (Mermaid)', 'The diagram as text'],
  ['curl', 'Requests (curl)', 'Each step, with a placeholder for each secret'],
] as const;

/** Copies the login on screen, without secrets, in one of several forms. */
export function CopyMenu({ store }: { readonly store: Store }): JSX.Element {
  const isOpen = useSignal(false);
  const said = useSignal('');
  const root = useRef<HTMLDivElement>(null);
  const flow = store.selected.value;

  useEffect(() => {
    if (isOpen.value) root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [isOpen.value]);

  async function copy(format: ShareFormat): Promise<void> {
    if (flow === undefined) return;
    const { text } = await store.share([flow], { format });
    copyText(text);
    close('Copied');
  }

  function close(words: string): void {
    isOpen.value = false;
    said.value = words;
    root.current?.querySelector('button')?.focus();
  }

  function press(event: KeyboardEvent): void {
    if (!isOpen.value) return;
    if (event.key === 'Escape') close('');
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function move(distance: number): void {
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.findIndex((item) => item === document.activeElement);
    all[(at + distance + all.length) % all.length]?.focus();
  }

  return (
    <div
      class="menu"
      ref={root}
      onKeyDown={press}
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && root.current?.contains(next) === true) return;
        isOpen.value = false;
        said.value = '';
      }}
    >
      <button
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        disabled={flow === undefined}
        title="Copy this login without secrets"
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <span role="status">{said.value === '' ? 'Copy' : said.value}</span>
      </button>
      {isOpen.value && (
        <div class="menu-items" role="menu" aria-label="Copy">
          {items.map(([format, title, why]) => (
            <button key={format} role="menuitem" tabIndex={-1} onClick={() => void copy(format)}>
              <b>{title}</b>
              <span class="soft">{why}</span>
            </button>
          ))}
          <button
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              store.dialog.value = 'picture';
              close('');
            }}
          >
            <b>Picture (PNG)…</b>
            <span class="soft">1200 pixels wide, for a ticket or a chat</span>
          </button>
        </div>
      )}
    </div>
  );
}
