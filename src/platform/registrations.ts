import browser from 'webextension-polyfill';

/** What the user had remembered of clients, as it was stored; to be checked by who reads it. */
export async function readRemembered(): Promise<unknown> {
  const stored: Readonly<Record<string, unknown>> = await browser.storage.local.get('registrations');
  return stored['registrations'];
}

/** Stores on disk what the user wants remembered of clients; it holds no secrets. */
export async function writeRemembered(registrations: readonly object[]): Promise<void> {
  await browser.storage.local.set({ registrations });
}
