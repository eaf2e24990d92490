import browser, { type Runtime } from 'webextension-polyfill';
import type { Line } from '../messaging/line.ts';

/** A browser port as a line. */
export function lineOver(port: Runtime.Port): Line {
  return {
    post: (message) => {
      try {
        port.postMessage(message);
        return true;
      } catch {
        // The only sign that a port was disconnected and the event for it has not arrived yet.
        return false;
      }
    },
    onMessage: (listener) => port.onMessage.addListener((message: unknown) => listener(message)),
    onClose: (listener) =>
      port.onDisconnect.addListener(() => {
        // Reading it tells Chromium that the loss is expected; else it logs an unchecked error.
        void browser.runtime.lastError;
        listener();
      }),
    close: () => port.disconnect(),
  };
}
