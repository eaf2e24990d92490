import type { JSX } from 'preact';
import type { Store } from '../store/create-store.ts';

/** What to do when there is no flow to show. */
export function EmptyState({ store }: { readonly store: Store }): JSX.Element {
  const status = store.status.value;
  if (status === undefined)
    return <Words title="Connecting to the recorder…" text="If this stays, close and reopen DevTools." />;
  if (status.recording === 'off') {
    return (
      <Words title="Recording is off." text="Turn it on, then log in again.">
        <button onClick={() => store.change({ recordAlways: true })}>Record always</button>
      </Words>
    );
  }
  if (store.flows.value.length > 0) {
    return (
      <Words title="No login matches." text="Clear the filter, or show all tabs and not only problems." />
    );
  }
  return (
    <Words
      title="Log in now."
      text="Recording. The login appears here with what went wrong and why, as it happens."
    />
  );
}

function Words(props: {
  readonly title: string;
  readonly text: string;
  readonly children?: JSX.Element;
}): JSX.Element {
  return (
    <div class="empty">
      <h1>{props.title}</h1>
      <p class="soft">{props.text}</p>
      {props.children}
    </div>
  );
}
