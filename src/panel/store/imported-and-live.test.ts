import { expect, test } from 'vitest';
import { failedLogin } from '../../testing/failed-login.ts';
import { liveStore, openStatus } from '../../testing/store-of.ts';
import { fromTraceText, traceStart } from '../../testing/trace-text.ts';
import type { Store } from './create-store.ts';

/** A login of another client, under way when the file is on screen. */
const other = fromTraceText(`
GET https://op.test/authorize?client_id=other&response_type=code&redirect_uri=https%3A%2F%2Fother.test%2Fcb&state=st-9a8b7c6d5e4f -> 302 https://other.test/cb?code=cd-0a1b2c3d4e5f&state=st-9a8b7c6d5e4f id=other-1 tab=2
GET https://other.test/cb?code=cd-0a1b2c3d4e5f&state=st-9a8b7c6d5e4f -> 200 <p>App</p> id=other-2 tab=2
`);

interface Opened {
  readonly store: Store;
  /** The worker tells of exchanges that it has recorded or dropped. */
  readonly record: (exchanges: typeof other, removed?: readonly string[]) => void;
}

/** A panel with the failed login both in the live log and in the file on screen, so that all ids are there twice. */
async function openFile(): Promise<Opened> {
  const { store, receive } = liveStore(traceStart + 60_000);
  receive({ type: 'snapshot', sequence: 1, exchanges: failedLogin, status: openStatus });
  const { text } = await store.share(store.recording.value.flows.value);
  await store.openFile('sent.grantscope.json', text);
  let sequence = 1;
  return {
    store,
    record: (exchanges, removed = []) => {
      sequence += 1;
      receive({ type: 'changed', sequence, exchanges, removed });
    },
  };
}

const clients = ({ recording }: Store): readonly (string | undefined)[] =>
  recording.value.flows.value.map(({ clientId }) => clientId);

test('what is recorded while a file is on screen is neither shown nor in a file made of it', async () => {
  const { store, record } = await openFile();
  const before = await store.share(store.recording.value.flows.value);
  record(other);
  expect(store.fileName.value).toBe('sent.grantscope.json');
  expect(clients(store)).toEqual(['shop']);
  expect(store.rows.value.filter(({ kind }) => kind === 'flow')).toHaveLength(1);
  expect(store.recording.value.size.value).toBe(3);
  expect(store.recording.value.exchange('other-1')).toBeUndefined();
  expect((await store.share(store.recording.value.flows.value)).text).toBe(before.text);
});

test('what the live log drops or clears stays in the file', async () => {
  const { store, record } = await openFile();
  record([], ['authorize', 'callback', 'token']);
  expect(clients(store)).toEqual(['shop']);
  expect(store.recording.value.exchange('token')?.status).toBe(400);
});

test('back to live, the log is there with what came meanwhile, and nothing of the file', async () => {
  const { store, record } = await openFile();
  record(other, ['authorize', 'callback', 'token']);
  store.backToLive();
  expect(store.fileName.value).toBeUndefined();
  expect(clients(store)).toEqual(['other']);
  expect(store.recording.value.exchange('token')).toBeUndefined();
});

test('what is handed over or revealed in a file is not so in the live log', async () => {
  const { store } = await openFile();
  const code = { exchange: 'token', part: 'form', name: 'code' } as const;
  store.recording.value.reveal(code);
  expect(store.pasteDiscovery('{"issuer":"https://op.test"}').ok).toBe(true);
  expect(store.recording.value.size.value).toBe(3);
  store.backToLive();
  expect(store.recording.value.isRevealed(code)).toBe(false);
  expect(store.recording.value.value(code)).toMatch(/^‹code·/u);
});
