import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FunctionComponent, JSX } from 'preact';
import type { Store } from '../store/create-store.ts';

type Content = FunctionComponent<{ readonly store: Store; readonly onClose: () => void }>;
type Name = NonNullable<Store['dialog']['value']>;

/** Each dialog is loaded when it is first opened. */
const loaders: Readonly<Record<Name, () => Promise<Content>>> = {
  help: async () => (await import('./HelpDialog.tsx')).HelpDialog,
  settings: async () => (await import('./settings/SettingsDialog.tsx')).SettingsDialog,
  share: async () => (await import('./share/ShareDialog.tsx')).ShareDialog,
  picture: async () => (await import('./share/PictureDialog.tsx')).PictureDialog,
};

/** The dialog that is open, if one is. */
export function Dialogs({ store }: { readonly store: Store }): JSX.Element | null {
  const loaded = useSignal<Partial<Readonly<Record<Name, Content>>>>({});
  const open = store.dialog.value;
  async function load(name: Name): Promise<void> {
    const content = await loaders[name]();
    loaded.value = { ...loaded.value, [name]: content };
  }
  useEffect(() => {
    if (open !== undefined && loaded.value[open] === undefined) void load(open);
  }, [open]);
  const Content = open === undefined ? undefined : loaded.value[open];
  if (Content === undefined) return null;
  return <Content store={store} onClose={() => (store.dialog.value = undefined)} />;
}
