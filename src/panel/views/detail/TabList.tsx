import type { JSX } from 'preact';
import type { DetailTab, Store } from '../../store/create-store.ts';

/** A tab of a flow's detail. */
export interface TabTitle {
  readonly name: DetailTab;
  readonly words: string;
  readonly count?: number;
}

/** The tabs of a flow's detail; arrow keys turn. */
export function TabList(props: {
  readonly store: Store;
  readonly tabs: readonly TabTitle[];
  readonly current: DetailTab;
}): JSX.Element {
  const { store, tabs, current } = props;
  function turn(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = tabs.findIndex(({ name }) => name === current);
    const next = step === 0 ? undefined : tabs.at((at + step) % tabs.length);
    if (next === undefined) return;
    store.detailTab.value = next.name;
    document.getElementById(`tab-${next.name}`)?.focus();
  }
  return (
    <div class="tabs" role="tablist" aria-label="Details" onKeyDown={turn}>
      {tabs.map(({ name, words, count }) => (
        <button
          key={name}
          id={`tab-${name}`}
          role="tab"
          aria-selected={current === name}
          aria-controls="tab-body"
          tabIndex={current === name ? 0 : -1}
          onClick={() => (store.detailTab.value = name)}
        >
          {words}
          {count !== undefined && <span class="count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
