import { render } from 'preact';
import { createAnalyzerOf } from '../../src/engine/analyzer.ts';
import { valueAt } from '../../src/engine/http/value-at.ts';
import { createRedactor } from '../../src/engine/trace/redact.ts';
import type { WorkerToPanel } from '../../src/messaging/protocol.ts';
import { createJudging } from '../../src/panel/judging.ts';
import { createStore } from '../../src/panel/store/create-store.ts';
import { createExplanations } from '../../src/panel/store/explaining.ts';
import { App } from '../../src/panel/views/App.tsx';
import { scenes } from './scenes.ts';

/** The panel in a plain page, over the scene that the address names. */
const name = new URLSearchParams(location.search).get('scene') ?? 'empty';
const scene = scenes[name]?.();
if (scene === undefined) throw new Error(`No scene "${name}"`);
const { exchanges, status, viewer = false } = scene;

const key = new Uint8Array(32).fill(7);
const last = exchanges.reduce((latest, { startedAt }) => Math.max(latest, startedAt), 0);

/** Shows the panel, without waiting for what judges. */
export function openPanel(judged: Promise<typeof import('../../src/panel/judged.ts')>): void {
  const { detail, judge, afterJudging } = createJudging(judged);
  const store = createStore({
    channel: viewer
      ? undefined
      : {
          send: () => undefined,
          onMessage: (listener: (message: WorkerToPanel) => void) => {
            Object.assign(globalThis, { receive: listener });
            if (status === undefined) return;
            setTimeout(() => {
              performance.mark('snapshot');
              listener({ type: 'snapshot', sequence: 1, exchanges, status });
            });
          },
          onConnect: (listener) => listener(),
        },
    recordingParts: () => ({
      analyzer: createAnalyzerOf(undefined),
      redactor: createRedactor({ key }),
      valueAt,
      now: () => last + 600_000,
      later: afterJudging,
    }),
    judge,
    shareParts: { randomKey: () => key, now: () => last, version: '0.0.0' },
    explanations: createExplanations(() => import('../../src/panel/store/explanations.ts')),
    registrationMemory: { read: () => Promise.resolve([]), write: () => Promise.resolve() },
    successMemory: undefined,
    fetchDocument: viewer ? undefined : () => Promise.resolve({ reason: 'This page does not fetch.' }),
    readExample: async () =>
      (await fetch(new URL('../../src/panel/example-login.json', import.meta.url))).text(),
    ...(viewer ? {} : { docs: '/docs/' }),
    showInNetwork: viewer ? undefined : () => undefined,
    tab: viewer ? undefined : 1,
  });

  const root = document.getElementById('panel');
  if (root !== null) render(<App store={store} detail={detail} />, root);
}
