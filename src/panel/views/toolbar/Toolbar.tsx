import type { JSX } from 'preact';
import { Icon } from '../../components/Icon.tsx';
import type { Store } from '../../store/create-store.ts';
import { OpenButton } from '../OpenButton.tsx';
import { CopyMenu } from './CopyMenu.tsx';
import { MaskMenu } from './MaskMenu.tsx';

/** Recording state, filters, files. */
export function Toolbar({ store }: { readonly store: Store }): JSX.Element {
  return (
    <div class="toolbar" role="toolbar" aria-label="Recording, filters and files">
      {store.around.recorder ? (
        <>
          <RecordingState store={store} />
          <button onClick={store.clear} title="Forget every recorded login">
            <Icon name="clear" /> <span class="wide">Clear</span>
          </button>
          <span class="rule" />
        </>
      ) : (
        <b class="brand">Grantscope</b>
      )}
      <input
        type="search"
        placeholder="Filter: client, host, error…"
        title="Words that must all occur; client:, host:, error: and parameter: look in one place; -word excludes"
        aria-label="Filter flows"
        list="filter-suggestions"
        value={store.filter.value}
        onInput={(event) => (store.filter.value = event.currentTarget.value)}
      />
      {store.around.tab && (
        <button
          aria-pressed={store.thisTab.value}
          title="Only logins that this tab, its popups and frames took part in"
          onClick={() => (store.thisTab.value = !store.thisTab.value)}
        >
          This tab
        </button>
      )}
      <button
        aria-pressed={store.problemsOnly.value}
        title="Only logins that failed or break a rule"
        onClick={() => (store.problemsOnly.value = !store.problemsOnly.value)}
      >
        Problems<span class="wide"> only</span>
      </button>
      <span class="gap break" />
      <OpenButton store={store} className="button">
        Import
      </OpenButton>
      <button
        aria-haspopup="dialog"
        disabled={store.judged.value === undefined}
        title="Save logins as a file without secrets, for a colleague or for support"
        onClick={() => (store.dialog.value = 'share')}
      >
        Export
      </button>
      <CopyMenu store={store} />
      <span class="rule" />
      <MaskMenu store={store} />
      <span class="gap" />
      <button aria-label="Settings" title="Settings" onClick={() => (store.dialog.value = 'settings')}>
        <Icon name="settings" />
      </button>
      <button aria-label="Help" title="Help and keys (?)" onClick={() => (store.dialog.value = 'help')}>
        <Icon name="help" />
      </button>
      <datalist id="filter-suggestions">
        {store.suggestions.value.map((words) => (
          <option key={words} value={words} />
        ))}
      </datalist>
    </div>
  );
}

function RecordingState({ store }: { readonly store: Store }): JSX.Element {
  const status = store.status.value;
  const on = status !== undefined && status.recording !== 'off';
  const words = on ? 'Recording' : status === undefined ? 'Connecting' : 'Recording off';
  const why =
    status?.recording === 'always'
      ? 'Recording always, as the settings say'
      : 'Recording while a DevTools window is open';
  return (
    <span class="recording" role="status" title={on ? why : words}>
      <span class={on ? 'dot on' : 'dot'} aria-hidden="true" />
      <span class="words">{words}</span>
    </span>
  );
}
