import browser from 'webextension-polyfill';
import type { Settings } from '../messaging/protocol.ts';

const initial: Settings = { recordAlways: false };

/** The user's choices as stored on disk, which hold nothing captured. */
export async function readSettings(): Promise<Settings> {
  const stored: Readonly<Record<string, unknown>> = await browser.storage.local.get(Object.keys(initial));
  const recordAlways = stored['recordAlways'];
  return typeof recordAlways === 'boolean' ? { recordAlways } : initial;
}

/** Stores the user's choices. */
export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ ...settings });
}
