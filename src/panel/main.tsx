import { render } from 'preact';
import { version } from '../../package.json';
import { createAnalyzerOf } from '../engine/analyzer.ts';
import { valueAt } from '../engine/http/value-at.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import { fetchDocument } from '../platform/fetch-document.ts';
import { inspectedTab } from '../platform/inspected-tab.ts';
import { networkPanel } from '../platform/network-panel.ts';
import { openPanelChannel } from '../platform/panel-channel.ts';
import { readStoredPreferences, writeStoredPreferences } from '../platform/preferences.ts';
import { readOwnFile } from '../platform/own-file.ts';
import { readRemembered, writeRemembered } from '../platform/registrations.ts';
import { readSuccesses, writeSuccesses } from '../platform/successes.ts';
import { createJudging } from './judging.ts';
import { createStore } from './store/create-store.ts';
import { createExplanations } from './store/explaining.ts';
import { App } from './views/App.tsx';

const randomKey = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32));

/** Shows the panel, without waiting for what judges. */
export function openPanel(judged: Promise<typeof import('./judged.ts')>): void {
  const { detail, judge, afterJudging } = createJudging(judged);
  const store = createStore({
    channel: openPanelChannel(),
    recordingParts: () => ({
      analyzer: createAnalyzerOf(undefined),
      redactor: createRedactor({ key: randomKey() }),
      valueAt,
      now: () => Date.now(),
      later: afterJudging,
    }),
    judge,
    shareParts: { randomKey, now: () => Date.now(), version },
    explanations: createExplanations(() => import('./store/explanations.ts')),
    fetchDocument,
    registrationMemory: { read: readRemembered, write: writeRemembered },
    successMemory: { read: readSuccesses, write: writeSuccesses },
    preferenceMemory: { read: readStoredPreferences, write: writeStoredPreferences },
    readExample: () => readOwnFile(new URL('./example-login.json', import.meta.url).href),
    docs: '/docs/',
    showInNetwork: networkPanel(),
    tab: inspectedTab(),
  });

  setInterval(store.tick, 5000);

  const root = document.getElementById('panel');
  if (root) render(<App store={store} detail={detail} />, root);
}
