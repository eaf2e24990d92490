import type { JSX } from 'preact';
import type { Store } from '../../store/create-store.ts';

/** Recording state, clearing and filtering. */
export function Toolbar({ store }: { readonly store: Store }): JSX.Element {
  const status = store.status.value;
  const on = status !== undefined && status.recording !== 'off';
  return (
    <div class="toolbar" role="toolbar" aria-label="Recording and filter">
      <span role="status">
        <span class={on ? 'dot on' : 'dot'} aria-hidden="true" />
        {on ? 'Recording' : status === undefined ? 'Connecting' : 'Recording off'}
      </span>
      <button onClick={store.clear}>Clear</button>
      <input
        type="search"
        placeholder="Filter: client, host, error, parameter"
        aria-label="Filter flows"
        value={store.filter.value}
        onInput={(event) => (store.filter.value = event.currentTarget.value)}
      />
      <button aria-pressed={store.thisTab.value} onClick={() => (store.thisTab.value = !store.thisTab.value)}>
        This tab only
      </button>
      <button
        aria-pressed={store.problemsOnly.value}
        onClick={() => (store.problemsOnly.value = !store.problemsOnly.value)}
      >
        Problems only
      </button>
      <span class="gap" />
      <span class="soft">{store.revealed.value.size === 0 ? 'Masked' : 'Partly unmasked'}</span>
    </div>
  );
}
