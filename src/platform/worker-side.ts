import browser from 'webextension-polyfill';
import { hearAtOnce } from '../messaging/hear-at-once.ts';
import type { Line } from '../messaging/line.ts';
import type { PortName } from './connect-to-worker.ts';
import { lineOver } from './port-line.ts';

/** Hears of panels and devtools pages that connect; what they say at once is kept for who listens later. */
export function onConnected(listeners: Readonly<Record<PortName, (line: Line) => void>>): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === 'panel' || port.name === 'devtools') listeners[port.name](hearAtOnce(lineOver(port)));
  });
}

/**
 * Hears messages that want an answer: the sender learns that the work is done, or that the worker ended before. `tab` is
 * that of a message from inside a page.
 */
export function onDelivered(listener: (message: unknown, tab: number | undefined) => Promise<void>): void {
  browser.runtime.onMessage.addListener((message: unknown, { tab }, answer) => {
    void listener(message, tab?.id).then(() => answer(true));
    return true;
  });
}

/** Runs at the browser's start, so that recording always needs nobody to wake the worker. */
export function onBrowserStarted(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}
