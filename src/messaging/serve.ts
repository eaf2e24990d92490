import type { Exchange } from '../engine/http/exchange.ts';
import { isPanelToWorker } from './accept.ts';
import type { Line } from './line.ts';
import type { CaptureStatus, PanelToWorker, WorkerToPanel } from './protocol.ts';

/** What panels are served from. */
export interface Served {
  exchanges(): readonly Exchange[];
  status(): CaptureStatus;
  /** Called for what a panel asks beside its subscription. */
  onRequest(request: Exclude<PanelToWorker, { readonly type: 'subscribe' }>): void;
  /** Called when a panel subscribed or went. */
  onWatching(): void;
}

/** Keeps the panels that subscribed up to date. */
export interface PanelServer {
  connect(line: Line): void;
  changed(exchanges: readonly Exchange[], removed: readonly string[]): void;
  statusChanged(): void;
  /** Is a panel subscribed? */
  areWatched(): boolean;
}

/** Makes a server; a panel gets nothing before it subscribes, then a snapshot, then changes numbered from it on. */
export function createPanelServer(served: Served): PanelServer {
  const sequences = new Map<Line, number>();

  function send(line: Line, message: WorkerToPanel): void {
    if (!line.post(message)) sequences.delete(line);
  }

  function next(line: Line): number {
    const sequence = (sequences.get(line) ?? 0) + 1;
    sequences.set(line, sequence);
    return sequence;
  }

  return {
    connect: (line) => {
      line.onClose(() => {
        sequences.delete(line);
        served.onWatching();
      });
      line.onMessage((message) => {
        if (!isPanelToWorker(message)) return;
        if (message.type !== 'subscribe') {
          served.onRequest(message);
          return;
        }
        send(line, {
          type: 'snapshot',
          sequence: next(line),
          exchanges: served.exchanges(),
          status: served.status(),
        });
        served.onWatching();
      });
    },
    changed: (exchanges, removed) => {
      for (const line of sequences.keys()) {
        send(line, { type: 'changed', sequence: next(line), exchanges, removed });
      }
    },
    statusChanged: () => {
      const status = served.status();
      for (const line of sequences.keys()) send(line, { type: 'status', status });
    },
    areWatched: () => sequences.size > 0,
  };
}
