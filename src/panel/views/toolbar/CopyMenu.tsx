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

interface Place {
  readonly left: string;
  readonly top: string;
}

/** As wide as the style sheet makes the menu, with some air. */
const room = 300;

/** Under an element, and inside the window. */
function below(element: Element): Place {
  const { left, bottom } = element.getBoundingClientRect();
  return { left: `${Math.max(4, Math.min(left, window.innerWidth - room))}px`, top: `${bottom + 2}px` };
}

/** Copies the login on screen, without secrets, in one of several forms. */
export function CopyMenu({ store }: { readonly store: Store }): JSX.Element {
  const place = useSignal<Place | undefined>(undefined);
  const said = useSignal('');
  const root = useRef<HTMLDivElement>(null);
  const flow = store.selected.value;

  useEffect(() => {
    if (place.value !== undefined) root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [place.value]);

  async function copy(format: ShareFormat): Promise<void> {
    if (flow === undefined) return;
    const { text } = await store.share([flow], { format });
    copyText(text);
    close('Copied');
  }

  function close(words: string): void {
    place.value = undefined;
    said.value = words;
    root.current?.querySelector('button')?.focus();
  }

  function press(event: KeyboardEvent): void {
    if (place.value === undefined) return;
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
        place.value = undefined;
        said.value = '';
      }}
    >
      <button
        aria-haspopup="menu"
        aria-expanded={place.value !== undefined}
        disabled={flow === undefined}
        title="Copy this login without secrets"
        onClick={(event) =>
          (place.value = place.value === undefined ? below(event.currentTarget) : undefined)
        }
      >
        Copy
      </button>
      <span class="menu-said" role="status">
        {said.value}
      </span>
      {place.value !== undefined && (
        <div
          class="menu-items"
          role="menu"
          aria-label="Copy"
          style={{ left: place.value.left, top: place.value.top }}
        >
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
