import browser from 'webextension-polyfill';

/** A worker that is killed while it handles a message answers nothing; the next attempt wakes a new one. */
const attempts = 3;

/** Hands a message to the worker and resolves when it has dealt with it; false when the extension is gone. */
export async function deliver(message: unknown): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      const answer: unknown = await browser.runtime.sendMessage(message);
      if (answer === true) return true;
    } catch {
      // "The message port closed before a response was received": tried again.
    }
  }
  return false;
}
