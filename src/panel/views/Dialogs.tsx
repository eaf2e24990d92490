import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FunctionComponent, JSX } from 'preact';
import type { Store } from '../store/create-store.ts';

type Content = FunctionComponent<{ readonly store: Store; readonly onClose: () => void }>;
type Name = NonNullable<Store['dialog']['value']>;

/** Few are opened, so each is loaded when it first is. */
const contents: Readonly<Record<Name, () => Promise<Content>>> = {
  help: async () => (await import('./HelpDialog.tsx')).HelpDialog,
  settings: async () => (await import('./settings/SettingsDialog.tsx')).SettingsDialog,
  share: async () => (await import('./share/ShareDialog.tsx')).ShareDialog,
  picture: async () => (await import('./share/PictureDialog.tsx')).PictureDialog,
};

/** The dialog that is open, if one is. */
export function Dialogs({ store }: { readonly store: Store }): JSX.Element | null {
  const open = store.dialog.value;
  const loaded = useSignal<{ readonly name: Name; readonly Content: Content } | undefined>(undefined);
  function close(): void {
    store.dialog.value = undefined;
  }
  // What is being shared must not change under the dialog.
  useEffect(() => (open === 'share' || open === 'picture' ? store.hold() : undefined), [open]);
  useEffect(() => {
    if (open === undefined) return;
    void store.needed(contents[open]()).then(
      (Content) => (loaded.value = { name: open, Content }),
      () => close(),
    );
  }, [open]);
  if (open === undefined || loaded.value?.name !== open) return null;
  const { Content } = loaded.value;
  return <Content store={store} onClose={close} />;
}
