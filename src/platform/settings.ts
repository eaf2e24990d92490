import browser from 'webextension-polyfill';
import { logSizes, type Settings } from '../messaging/protocol.ts';

const canHookPages = 'scripting' in browser;
const initial: Settings = {
  recordAlways: false,
  pageHook: canHookPages ? true : undefined,
  logSize: 5_000,
};

/** The user's choices as stored on disk, which hold nothing captured. */
export async function readSettings(): Promise<Settings> {
  const stored: Readonly<Record<string, unknown>> = await browser.storage.local.get(Object.keys(initial));
  const { recordAlways, pageHook, logSize } = stored;
  return {
    recordAlways: typeof recordAlways === 'boolean' ? recordAlways : initial.recordAlways,
    pageHook: canHookPages && typeof pageHook === 'boolean' ? pageHook : initial.pageHook,
    logSize: logSizes.find((each) => each === logSize) ?? initial.logSize,
  };
}

/** Stores the user's choices. */
export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ ...settings });
}
