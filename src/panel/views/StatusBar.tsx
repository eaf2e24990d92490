import type { JSX } from 'preact';
import { countWords } from '../components/words.ts';
import type { Store } from '../store/create-store.ts';

/** How much there is, and the promise that it stays here. */
export function StatusBar({ store }: { readonly store: Store }): JSX.Element {
  const recording = store.recording.value;
  const all = recording.outlines.value.length;
  const shown = store.rows.value.filter(({ kind }) => kind === 'flow').length;
  return (
    <footer class="status">
      <span>
        {shown === all
          ? countWords(all, 'flow')
          : `${shown.toLocaleString('en')} of ${countWords(all, 'flow')}`}{' '}
        · {countWords(recording.size.value, 'request')}
      </span>
      {recording.unread.value > 0 && <span>reading {recording.unread.value.toLocaleString('en')} more…</span>}
      {store.around.tab && (
        <a href={globalThis.location.href} target="_blank">
          Open in a tab
        </a>
      )}
      <span>Nothing leaves this browser</span>
    </footer>
  );
}
