import browser from 'webextension-polyfill';

/** How the user wants to see things, as it was stored; to be checked by who reads it. */
export async function readStoredPreferences(): Promise<unknown> {
  const stored: Readonly<Record<string, unknown>> = await browser.storage.local.get('preferences');
  return stored['preferences'];
}

/** Stores on disk how the user wants to see things; it holds no secrets. */
export async function writeStoredPreferences(preferences: object): Promise<void> {
  await browser.storage.local.set({ preferences });
}
