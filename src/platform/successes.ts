import browser from 'webextension-polyfill';

/** What worked in earlier sessions, as it was stored; undefined when the user does not want it remembered. */
export async function readSuccesses(): Promise<unknown> {
  const stored: Readonly<Record<string, unknown>> = await browser.storage.local.get('successes');
  return stored['successes'];
}

/** Stores on disk what worked, which holds no secrets, or deletes it. */
export async function writeSuccesses(successes: readonly object[] | undefined): Promise<void> {
  if (successes === undefined) await browser.storage.local.remove('successes');
  else await browser.storage.local.set({ successes });
}
