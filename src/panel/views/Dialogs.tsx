import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Store } from '../store/create-store.ts';

type Loaded = typeof import('./HelpDialog.tsx') & typeof import('./SettingsDialog.tsx');

/** The dialogs, loaded when one is first opened. */
export function Dialogs({ store }: { readonly store: Store }): JSX.Element | null {
  const loaded = useSignal<Loaded | undefined>(undefined);
  const open = store.dialog.value;
  async function load(): Promise<void> {
    loaded.value = { ...(await import('./HelpDialog.tsx')), ...(await import('./SettingsDialog.tsx')) };
  }
  useEffect(() => {
    if (open === undefined || loaded.value !== undefined) return;
    void load();
  }, [open]);
  if (open === undefined || loaded.value === undefined) return null;
  const { HelpDialog, SettingsDialog } = loaded.value;
  const close = (): void => {
    store.dialog.value = undefined;
  };
  return open === 'help' ? <HelpDialog onClose={close} /> : <SettingsDialog store={store} onClose={close} />;
}
