import browser from 'webextension-polyfill';
import { createChannel } from '../messaging/channel.ts';
import type { Line } from '../messaging/line.ts';
import type { Channel } from '../messaging/protocol.ts';
import { lineOver } from './port-line.ts';

/** Who connects; the worker tells ports apart by it. */
export type PortName = 'panel' | 'devtools';

const pause = 100;

/** A channel to the worker, which it wakes if need be, and again after each loss. */
export function connectToWorker<Incoming, Outgoing>(
  name: PortName,
  accepts: (message: unknown) => message is Incoming,
): Channel<Incoming, Outgoing> {
  return createChannel<Incoming, Outgoing>({
    open: () => openLine(name),
    accepts,
    later: (work) => void setTimeout(work, pause),
  });
}

/** Keeps a connection to the worker that says nothing but that this page is there. */
export function stayConnected(name: PortName): void {
  connectToWorker(name, isNever);
}

function isNever(message: unknown): message is never {
  void message;
  return false;
}

function openLine(name: PortName): Line | undefined {
  try {
    return lineOver(browser.runtime.connect({ name }));
  } catch {
    // "Extension context invalidated": it was updated or removed under this page, for which there is no way back.
    return undefined;
  }
}
