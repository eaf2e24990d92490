// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { Analyzer } from '../../engine/analyze.ts';
import type { FlowReport } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { createRedactor } from '../../engine/trace/redact.ts';
import type { WorkerToPanel } from '../../messaging/protocol.ts';
import { createStore } from '../store/create-store.ts';
import { App } from './App.tsx';

const secret = 'SplxlOBeZQQYbYS6WxSbIA-9f8e7d6c5b4a';
const authority = {
  provider: 'okta',
  providerName: 'Okta',
  tenant: 'dev-1',
  issuer: undefined,
  host: 'op.test',
};

const tokenCall: Exchange = {
  id: 'e1',
  source: 'live',
  tab: 1,
  frame: 0,
  initiator: 'https://app.test',
  kind: 'fetch',
  method: 'POST',
  url: 'https://op.test/token',
  requestHeaders: [],
  requestBody: {
    text: `grant_type=authorization_code&code=${secret}&redirect_uri=https%3A%2F%2Fapp.test%2Fcb%2F`,
    mediaType: 'application/x-www-form-urlencoded',
    fidelity: 'exact',
    cutFrom: undefined,
  },
  status: 400,
  responseHeaders: [],
  responseBody: undefined,
  redirectTarget: undefined,
  startedAt: 1000,
  respondedAt: 1100,
  endedAt: 1100,
  networkError: undefined,
  channels: ['web_request'],
  known: {
    requestHeaders: true,
    requestBody: true,
    responseHeaders: true,
    responseBody: false,
    fragment: true,
  },
};

const flow: FlowReport = {
  id: 'f1',
  kind: 'authorization_code',
  parent: undefined,
  authority,
  clientId: 'shop',
  pkce: 'S256',
  startedAt: 1000,
  endedAt: 1100,
  tabs: [1],
  refreshes: 0,
  verdict: {
    outcome: 'failed',
    sentence: 'The token request repeats a different redirect_uri.',
    answer: { exchange: 'e1', status: 400, error: 'invalid_grant' },
    causes: [],
    ruledOut: [],
  },
  findings: [],
  unseen: [],
  codeLife: undefined,
  steps: [
    {
      exchange: 'e1',
      message: 'token_request',
      label: 'Token request',
      from: 'app',
      to: 'authorization_server',
      at: 1000,
      status: 400,
      failed: true,
      authority,
      foldedHops: 0,
    },
  ],
  exchanges: ['e1'],
};

/** A panel over one handmade flow, which is reported once its exchange has been taken in. */
function open(): {
  readonly root: HTMLElement;
  readonly receive: (message: WorkerToPanel) => void;
  readonly sent: string[];
} {
  const listeners: ((message: WorkerToPanel) => void)[] = [];
  const sent: string[] = [];
  const seen = new Set<string>();
  const analyzer: Analyzer = {
    ingest: ({ id }) => (seen.add(id), ['f1']),
    forget: (id) => (seen.delete(id), ['f1']),
    flow: () => (seen.has('e1') ? flow : undefined),
    report: () => ({ flows: seen.has('e1') ? [flow] : [] }),
  };
  const store = createStore({
    channel: {
      send: ({ type }) => sent.push(type),
      onMessage: (each) => listeners.push(each),
      onConnect: (each) => each(),
    },
    analyzer,
    redactor: createRedactor({ key: new Uint8Array(32) }),
    valueAt: () => undefined,
    now: () => 2000,
    tab: 1,
  });
  const root = document.createElement('div');
  act(() => render(<App store={store} />, root));
  return { root, sent, receive: (message) => act(() => listeners.forEach((each) => each(message))) };
}

const status = {
  recording: 'devtools_open',
  settings: { recordAlways: false, pageHook: false },
  droppedExchanges: 0,
  storageRefused: false,
  allSites: true,
} as const;

test('a failed login is shown live, its sentence as the heading, and no secret reaches the document', () => {
  const { root, receive } = open();
  receive({ type: 'snapshot', sequence: 1, exchanges: [], status });
  expect(root.querySelector('h1')?.textContent).toBe('Log in now.');
  receive({ type: 'changed', sequence: 2, exchanges: [tokenCall], removed: [] });
  expect(root.querySelector('h1')?.textContent).toBe('The token request repeats a different redirect_uri.');
  expect(root.innerHTML).toContain('400 invalid_grant');
  expect(root.innerHTML).toContain('‹code·');
  expect(root.innerHTML).not.toContain(secret);
});

test('a gap in the sequence asks for a new snapshot and shows nothing half', () => {
  const { root, receive, sent } = open();
  receive({ type: 'snapshot', sequence: 1, exchanges: [], status });
  receive({ type: 'changed', sequence: 3, exchanges: [tokenCall], removed: [] });
  expect(sent).toEqual(['subscribe', 'subscribe']);
  expect(root.querySelector('h1')?.textContent).toBe('Log in now.');
});

test('a dropped exchange takes its flow away', () => {
  const { root, receive } = open();
  receive({ type: 'snapshot', sequence: 1, exchanges: [tokenCall], status });
  receive({ type: 'changed', sequence: 2, exchanges: [], removed: ['e1'] });
  expect(root.querySelector('[role=option]')).toBeNull();
});

test('when recording is off, the panel says what to do', () => {
  const { root, receive } = open();
  receive({ type: 'snapshot', sequence: 1, exchanges: [], status: { ...status, recording: 'off' } });
  expect(root.textContent).toContain('Turn it on, then log in again.');
});
