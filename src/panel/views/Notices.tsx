import type { ComponentChildren, JSX } from 'preact';
import type { FlowOutline } from '../../engine/diagnosis/report.ts';
import { countWords, outcomeWords } from '../components/words.ts';
import type { Store } from '../store/create-store.ts';
import type { Recording } from '../store/recording.ts';

/** What the reader must know before believing what is below: one line for each fact. */
export function Notices({ store }: { readonly store: Store }): JSX.Element {
  const status = store.status.value;
  const recording = store.recording.value;
  const fileName = store.fileName.value;
  const reading = store.files.current.value;
  const revealed = recording.revealed.value.length;
  const newer = store.newer.value;
  return (
    <>
      {newer !== undefined && (
        <Notice kind="file">
          <span>
            A newer login at <b>{recording.text(newer.authority.host)}</b>: {outcomeLine(newer, recording)}.
          </span>
          <button class="boxed" onClick={store.follow}>
            Show it
          </button>
        </Notice>
      )}
      {fileName !== undefined && (
        <Notice kind="file">
          <span>
            Imported file: <b>{fileName}</b>.
            {store.around.recorder && ' This is not the live recording, which goes on behind it.'}
          </span>
          <button class="boxed" onClick={store.backToLive}>
            {store.around.recorder ? 'Back to live' : 'Close'}
          </button>
        </Notice>
      )}
      {reading !== undefined && (
        <Notice kind="file">
          <span role="status">Reading {reading.name}…</span>
          <progress aria-label="Read" value={reading.read} max={reading.size} />
          <button class="boxed" title="Esc" onClick={store.files.cancel}>
            Cancel
          </button>
        </Notice>
      )}
      {store.problem.value !== undefined && (
        <Notice kind="bad" role="alert">
          <span>{store.problem.value}</span>
          <button class="boxed" onClick={() => (store.problem.value = undefined)}>
            Dismiss
          </button>
        </Notice>
      )}
      {revealed > 0 && (
        <Notice kind="warn" role="status">
          <span>
            {countWords(revealed, 'value')} shown in full. Mask again before you share your screen or take a
            picture.
          </span>
          <button class="boxed" onClick={recording.maskAll}>
            Mask again
          </button>
        </Notice>
      )}
      {fileName === undefined && status?.storageRefused === true && (
        <Notice kind="warn">
          The browser refused to keep the recording: it is lost when the browser puts the extension to sleep.
          Export what you need, or press Clear to make room.
        </Notice>
      )}
      {fileName === undefined && status !== undefined && status.droppedExchanges > 0 && (
        <Notice kind="warn">
          The recording was full, so the oldest {countWords(status.droppedExchanges, 'request')} were dropped.
          Press Clear before the next login.
        </Notice>
      )}
      {fileName === undefined && status?.allSites === false && (
        <Notice kind="warn">
          The extension may not see {status.unseenSites?.join(', ') || 'all sites'}, so steps can be missing.
          Allow it on all sites in the browser’s settings for extensions, then log in again.
        </Notice>
      )}
    </>
  );
}

function outcomeLine({ verdict }: FlowOutline, recording: Recording): string {
  const words = outcomeWords[verdict.outcome].toLowerCase();
  const error = verdict.answer?.error;
  return error === undefined ? words : `${words}, ${recording.text(error)}`;
}

function Notice(props: {
  readonly kind: 'file' | 'warn' | 'bad';
  readonly role?: 'alert' | 'status';
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class={`notice ${props.kind}`} role={props.role}>
      {props.children}
    </div>
  );
}
