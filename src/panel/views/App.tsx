import { useLayoutEffect } from 'preact/hooks';
import type { ReadonlySignal } from '@preact/signals';
import type { FunctionComponent, JSX } from 'preact';
import type { Store } from '../store/create-store.ts';
import type { DetailProps } from './detail/Detail.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Divider } from './Divider.tsx';
import { usualListWidth, useWindowWidth } from './list-width.ts';
import { DropZone } from './DropZone.tsx';
import { EmptyState } from './EmptyState.tsx';
import { press } from './shortcuts.ts';
import { Guarded } from './Guarded.tsx';
import { FlowList } from './flows/FlowList.tsx';
import { Notices } from './Notices.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';

interface Props {
  readonly store: Store;
  /** Shows a flow that is judged; undefined until it is loaded. */
  readonly detail: ReadonlySignal<FunctionComponent<DetailProps> | undefined>;
}

/** The whole panel over a store. */
export function App({ store, detail }: Props): JSX.Element {
  const flow = store.selected.value;
  const judged = store.judged.value;
  const Detail = detail.value;
  const { theme } = store.preferences.current.value;
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const windowWidth = useWindowWidth();
  const listWidth = store.listWidth.value ?? usualListWidth(windowWidth);
  const isAlone = flow === undefined && store.rows.value.length === 0;
  return (
    <DropZone onFile={store.files.read} onPaste={store.openFile} onKey={(key) => press(key, store)}>
      <header>
        <Toolbar store={store} />
        <Notices store={store} />
      </header>
      <main class={isAlone ? 'body alone' : 'body'} style={{ '--list-width': `${listWidth}px` }}>
        <Guarded what="list of logins">
          <FlowList store={store} />
        </Guarded>
        <Divider width={listWidth} onMove={(width) => (store.listWidth.value = width)} />
        <article
          class="detail"
          onFocusIn={({ target }) => {
            // By key, or in a field: who only pressed something there looks at the page again, and for the next login.
            if (target instanceof Element && target.matches(':focus-visible')) store.hold();
          }}
        >
          <Guarded what="login" key={flow?.id ?? ''}>
            {judged !== undefined && Detail !== undefined ? (
              <Detail store={store} flow={judged} />
            ) : flow === undefined ? (
              <EmptyState store={store} />
            ) : (
              <p class="empty soft">Comparing what was sent…</p>
            )}
          </Guarded>
        </article>
      </main>
      <StatusBar store={store} />
      <Dialogs store={store} />
      <p class="visually-hidden" role="status">
        {store.news.value}
      </p>
    </DropZone>
  );
}
