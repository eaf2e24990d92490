import { signal } from '@preact/signals';
import { createAnalyzer } from '../engine/analyze.ts';
import type { Report } from '../engine/diagnosis/report.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import { valueAt } from '../engine/http/value-at.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import type { CaptureStatus, WorkerToPanel } from '../messaging/protocol.ts';
import { createStore, type Store } from '../panel/store/create-store.ts';
import * as explanations from '../panel/store/explanations.ts';
import type { StoreParts } from '../panel/store/store-parts.ts';
import { traceStart } from './trace-text.ts';

const key = new Uint8Array(32).fill(7);

/** Parts that remember nothing, hear nothing, and take this for the present. */
function partsAt(now: number): StoreParts {
  return {
    channel: { send: () => undefined, onMessage: () => undefined, onConnect: () => undefined },
    recordingParts: () => ({
      analyzer: createAnalyzer(),
      redactor: createRedactor({ key }),
      valueAt,
      now: () => now,
      later: (task) => task(),
    }),
    shareParts: { randomKey: () => key, now: () => traceStart, version: '0.0.0' },
    explanations: signal(explanations),
    registrationMemory: { read: () => Promise.resolve([]), write: () => Promise.resolve() },
    successMemory: undefined,
    fetchDocument: undefined,
    tab: undefined,
  };
}

/** A panel's store with these exchanges in its live recording, long after they happened; judged as `report` says, if given. */
export function storeOf(exchanges: readonly Exchange[], report?: Report): Store {
  const parts = partsAt(traceStart + 86_400_000);
  const store = createStore({
    ...parts,
    recordingParts: () => {
      const made = parts.recordingParts();
      return report === undefined
        ? made
        : { ...made, analyzer: { ...made.analyzer, outlines: () => report.flows } };
    },
  });
  store.recording.value.replace(exchanges);
  return store;
}

/** What a worker says while DevTools are open. */
export const openStatus: CaptureStatus = {
  recording: 'devtools_open',
  settings: { recordAlways: false, pageHook: true, logSize: 5_000 },
  droppedExchanges: 0,
  storageRefused: false,
  allSites: true,
};

/** A panel's store whose worker is the test. */
export interface LiveStore {
  readonly store: Store;
  /** The kinds of what the panel asked. */
  readonly sent: readonly string[];
  readonly receive: (message: WorkerToPanel) => void;
}

/** Makes one; `now`, Unix milliseconds, is its present. */
export function liveStore(now: number, parts: Partial<StoreParts> = {}): LiveStore {
  const listeners: ((message: WorkerToPanel) => void)[] = [];
  const sent: string[] = [];
  const store = createStore({
    ...partsAt(now),
    channel: {
      send: ({ type }) => sent.push(type),
      onMessage: (each) => listeners.push(each),
      onConnect: (each) => each(),
    },
    ...parts,
  });
  return { store, sent, receive: (message) => listeners.forEach((each) => each(message)) };
}
