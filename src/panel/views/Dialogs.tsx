import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FunctionComponent, JSX } from 'preact';
import type { Store } from '../store/create-store.ts';

type Content = FunctionComponent<{ readonly store: Store; readonly onClose: () => void }>;
type Name = NonNullable<Store['dialog']['value']>;

/** The dialog that is open, if one is; they are loaded when the first is opened. */
export function Dialogs({ store }: { readonly store: Store }): JSX.Element | null {
  const loaded = useSignal<Readonly<Record<Name, Content>> | undefined>(undefined);
  const open = store.dialog.value;
  async function load(): Promise<void> {
    loaded.value = (await import('./dialog-contents.ts')).dialogContents;
  }
  useEffect(() => {
    // What is being shared must not change under the dialog.
    if (open === 'share' || open === 'picture') store.hold();
    if (open !== undefined && loaded.value === undefined) void load();
  }, [open]);
  const Content = open === undefined ? undefined : loaded.value?.[open];
  if (Content === undefined) return null;
  return <Content store={store} onClose={() => (store.dialog.value = undefined)} />;
}
