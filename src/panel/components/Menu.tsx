import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './Icon.tsx';

/** One thing a menu does. */
export interface MenuItem {
  readonly title: string;
  readonly why: string;
  /** Undefined: there is nothing to do, the item only tells. */
  readonly choose: (() => void | Promise<void>) | undefined;
  /** What the button says once it is done, for a moment. */
  readonly said?: string;
}

interface Props {
  readonly name: string;
  readonly title: string;
  readonly className?: string | undefined;
  readonly disabled?: boolean;
  readonly items: readonly MenuItem[];
  readonly children: ComponentChildren;
}

interface Place {
  readonly left: string;
  readonly top: string;
}

/** How long the button says that something is done, milliseconds. */
const moment = 2000;

/** As wide as the style sheet makes the menu, with some air. */
const room = 300;

/** Under an element, and inside the window. */
function below(element: Element): Place {
  const { left, bottom } = element.getBoundingClientRect();
  return { left: `${Math.max(4, Math.min(left, window.innerWidth - room))}px`, top: `${bottom + 2}px` };
}

/** A button with a menu under it: arrow keys go through it, Escape and leaving close it, and the focus goes back to the button. */
export function Menu({ name, title, className, disabled, items, children }: Props): JSX.Element {
  const place = useSignal<Place | undefined>(undefined);
  const said = useSignal('');
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (place.value !== undefined) root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [place.value]);

  useEffect(() => {
    if (said.value === '') return;
    const end = setTimeout(() => (said.value = ''), moment);
    return () => clearTimeout(end);
  }, [said.value]);

  function close(words: string): void {
    place.value = undefined;
    said.value = words;
    root.current?.querySelector('button')?.focus();
  }

  async function choose(item: MenuItem): Promise<void> {
    if (item.choose === undefined) return;
    await item.choose();
    close(item.said ?? '');
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
      }}
    >
      <button
        class={className}
        aria-haspopup="menu"
        aria-expanded={place.value !== undefined}
        disabled={disabled}
        title={title}
        onClick={(event) =>
          (place.value = place.value === undefined ? below(event.currentTarget) : undefined)
        }
      >
        <span aria-live="polite">{said.value === '' ? children : said.value}</span>
        <Icon name="more" />
      </button>
      {place.value !== undefined && (
        <div
          class="menu-items"
          role="menu"
          aria-label={name}
          style={{ left: place.value.left, top: place.value.top }}
        >
          {items.map((item) => (
            <button
              key={item.title}
              role="menuitem"
              tabIndex={-1}
              aria-disabled={item.choose === undefined}
              onClick={() => void choose(item)}
            >
              <b>{item.title}</b>
              <span class="soft">{item.why}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
