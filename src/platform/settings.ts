import type { Settings } from '../messaging/protocol.ts';

const initial: Settings = { recordAlways: false, pageHook: true };

/** The user's choices as stored on disk, which hold nothing captured. */
export async function readSettings(): Promise<Settings> {
  const stored: Readonly<Record<string, unknown>> = await chrome.storage.local.get(Object.keys(initial));
  const choice = (name: keyof Settings): boolean =>
    typeof stored[name] === 'boolean' ? stored[name] : initial[name];
  return { recordAlways: choice('recordAlways'), pageHook: choice('pageHook') };
}

/** Stores the user's choices. */
export async function writeSettings(settings: Settings): Promise<void> {
  await chrome.storage.local.set({ ...settings });
}
