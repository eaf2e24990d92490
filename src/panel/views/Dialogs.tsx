import { useEffect } from 'preact/hooks';
import type { FunctionComponent, JSX } from 'preact';
import type { Store } from '../store/create-store.ts';
import { HelpDialog } from './HelpDialog.tsx';
import { SettingsDialog } from './settings/SettingsDialog.tsx';
import { PictureDialog } from './share/PictureDialog.tsx';
import { ShareDialog } from './share/ShareDialog.tsx';

type Content = FunctionComponent<{ readonly store: Store; readonly onClose: () => void }>;

const contents: Readonly<Record<NonNullable<Store['dialog']['value']>, Content>> = {
  help: HelpDialog,
  settings: SettingsDialog,
  share: ShareDialog,
  picture: PictureDialog,
};

/** The dialog that is open, if one is. */
export function Dialogs({ store }: { readonly store: Store }): JSX.Element | null {
  const open = store.dialog.value;
  // What is being shared must not change under the dialog.
  useEffect(() => (open === 'share' || open === 'picture' ? store.hold() : undefined), [open]);
  if (open === undefined) return null;
  const Content = contents[open];
  return <Content store={store} onClose={() => (store.dialog.value = undefined)} />;
}
