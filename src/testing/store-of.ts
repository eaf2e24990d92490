import { createAnalyzer } from '../engine/analyze.ts';
import type { Report } from '../engine/diagnosis/report.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import { valueAt } from '../engine/http/value-at.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import { createStore, type Store } from '../panel/store/create-store.ts';
import { traceStart } from './trace-text.ts';

/** A panel's store with these exchanges in its live recording, long after they happened; judged as `report` says, if given. */
export function storeOf(exchanges: readonly Exchange[], report?: Report): Store {
  const key = new Uint8Array(32).fill(7);
  const store = createStore({
    channel: { send: () => undefined, onMessage: () => undefined, onConnect: () => undefined },
    recordingParts: () => ({
      analyzer: report === undefined ? createAnalyzer() : { ...createAnalyzer(), report: () => report },
      redactor: createRedactor({ key }),
      valueAt,
      now: () => traceStart + 86_400_000,
      later: (task) => task(),
    }),
    shareParts: { randomKey: () => key, now: () => traceStart, version: '0.0.0' },
    registrationMemory: { read: () => Promise.resolve([]), write: () => Promise.resolve() },
    successMemory: undefined,
    fetchDocument: undefined,
    tab: undefined,
  });
  store.recording.value.replace(exchanges);
  return store;
}
