import { signal } from '@preact/signals';
import { render } from 'preact';
import { version } from '../../package.json';
import { createAnalyzer } from '../engine/analyze.ts';
import { valueAt } from '../engine/http/value-at.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import { createStore } from '../panel/store/create-store.ts';
import * as explanations from '../panel/store/explanations.ts';
import { Detail } from '../panel/views/detail/Detail.tsx';
import { App } from '../panel/views/App.tsx';

// The panel's views over files: nothing is recorded, fetched or kept, so the page works from a disk.
const randomKey = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32));

const store = createStore({
  channel: undefined,
  recordingParts: () => ({
    analyzer: createAnalyzer(),
    redactor: createRedactor({ key: randomKey() }),
    valueAt,
    now: () => undefined,
    later: (task) => void setTimeout(task),
  }),
  shareParts: { randomKey, now: () => Date.now(), version },
  explanations: signal(explanations),
  fetchDocument: undefined,
  registrationMemory: { read: () => Promise.resolve([]), write: () => Promise.resolve() },
  successMemory: undefined,
  tab: undefined,
});

const root = document.getElementById('panel');
if (root) render(<App store={store} detail={signal(Detail)} />, root);
