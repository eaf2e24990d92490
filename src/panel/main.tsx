import { signal } from '@preact/signals';
import { render, type FunctionComponent } from 'preact';
import { version } from '../../package.json';
import { createAnalyzerOf } from '../engine/analyzer.ts';
import type { Judge } from '../engine/diagnosis/read-flow.ts';
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
import { createStore } from './store/create-store.ts';
import { createExplanations } from './store/explaining.ts';
import type { DetailProps } from './views/detail/Detail.tsx';
import { App } from './views/App.tsx';

const randomKey = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32));

/** Shows the panel, without waiting for what judges. */
export function openPanel(judged: Promise<typeof import('./judged.ts')>): void {
  const detail = signal<FunctionComponent<DetailProps> | undefined>(undefined);

  async function loadJudge(): Promise<Judge> {
    const loaded = await judged;
    detail.value = loaded.Detail;
    return loaded.judge;
  }

  /** Reading a long log would hold up what makes the first verdict. */
  function afterJudging(task: () => void): void {
    const soon = (): void => void setTimeout(task);
    judged.then(soon, soon);
  }

  const store = createStore({
    channel: openPanelChannel(),
    recordingParts: () => ({
      analyzer: createAnalyzerOf(undefined),
      redactor: createRedactor({ key: randomKey() }),
      valueAt,
      now: () => Date.now(),
      later: afterJudging,
    }),
    judge: loadJudge(),
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
