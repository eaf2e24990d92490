import type { ComponentChildren, JSX } from 'preact';
import { DocLinks } from '../components/DocLinks.tsx';
import type { Store } from '../store/create-store.ts';
import { OpenButton } from './OpenButton.tsx';

/** What to do when there is no flow to show. */
export function EmptyState({ store }: { readonly store: Store }): JSX.Element {
  const status = store.status.value;
  const hasFlows = store.recording.value.outlines.value.length > 0;
  if (hasFlows) return <NoMatch store={store} />;
  if (store.fileName.value !== undefined) {
    return (
      <Words title="No login in this file.">
        <p>
          None of the {store.recording.value.size.value} requests in it is part of an OAuth or OpenID Connect
          login. Record again with the network log kept across pages, from before the login starts.
        </p>
      </Words>
    );
  }
  if (!store.around.recorder) return <OpenFirst store={store} />;
  if (status === undefined) {
    return (
      <Words title="Connecting to the recorder…">
        <p>If this stays for more than a few seconds, close DevTools and open it again.</p>
      </Words>
    );
  }
  if (status.recording === 'off') {
    return (
      <Words title="Recording is off.">
        <p>Turn it on, then log in again.</p>
        <p>
          <button class="boxed primary" onClick={() => store.change({ recordAlways: true })}>
            Record always
          </button>
        </p>
      </Words>
    );
  }
  return (
    <Words title="Log in now.">
      <p>
        Recording. Use the app as usual in this tab; the login appears here as it happens, with what went
        wrong and why. Popups and frames are included.
      </p>
      <ExampleButton store={store} />
      <ul>
        <li>Logged in already? Log out first, or open the app in a private window.</li>
        <li>
          Got a file from somebody? Drop a Grantscope trace or a HAR here, or press <b>Import</b>.
        </li>
        <li>Codes, tokens and passwords are masked on screen and in every export.</li>
        <li>
          A login can pass through any site, so all are listened to, while recording only. Nothing is sent by
          itself. <DocLinks docs={store.around.docs} titles={['Permissions']} />
        </li>
      </ul>
    </Words>
  );
}

/** For who wants to see what this is before anything of theirs fails. */
function ExampleButton({ store }: { readonly store: Store }): JSX.Element | null {
  const { openExample } = store;
  if (openExample === undefined) return null;
  return (
    <p>
      <button class="boxed" onClick={() => void openExample()}>
        Show an example
      </button>{' '}
      <span class="soft">A login that worked, and the same one broken by a “/”.</span>
    </p>
  );
}

/** Where files are shown and nothing is recorded. */
function OpenFirst({ store }: { readonly store: Store }): JSX.Element {
  return (
    <Words title="Open a recorded login.">
      <p>
        Choose a Grantscope trace or a HAR, drop it anywhere here, or paste its text. It is read on this
        machine; this page makes no request.
      </p>
      <p>
        <OpenButton store={store} className="button boxed primary">
          Choose a file
        </OpenButton>
      </p>
      <ul>
        <li>A trace comes from the Export button of the Grantscope panel, without secrets.</li>
        <li>
          A HAR comes from the Network panel of any browser and may hold passwords: they are masked here, not
          in the file.
        </li>
      </ul>
    </Words>
  );
}

function NoMatch({ store }: { readonly store: Store }): JSX.Element {
  return (
    <Words title="No login matches.">
      <p>{store.recording.value.outlines.value.length} are hidden by the filters above.</p>
      <p>
        <button
          class="boxed primary"
          onClick={() => {
            store.filter.value = '';
            store.problemsOnly.value = false;
            store.thisTab.value = false;
          }}
        >
          Show all
        </button>
      </p>
    </Words>
  );
}

function Words(props: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="empty">
      <h1>{props.title}</h1>
      {props.children}
    </div>
  );
}
