// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act as actOrPromise } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { WorkerToPanel } from '../../messaging/protocol.ts';
import { liveStore, openStatus } from '../../testing/store-of.ts';
import { fromTraceText, traceStart } from '../../testing/trace-text.ts';
import type { Store } from '../store/create-store.ts';
import { Detail } from './detail/Detail.tsx';
import { App } from './App.tsx';

const code = 'SplxlOBeZQQYbYS6WxSbIA-9f8e7d6c5b4a';

const failedLogin = fromTraceText(`
GET https://op.test/authorize?response_type=code&client_id=shop&scope=openid&state=st4te-of-the-app&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 302 https://app.test/cb?code=${code}&state=st4te-of-the-app
GET https://app.test/cb?code=${code}&state=st4te-of-the-app -> 200 <p>App</p>
POST https://op.test/token grant_type=authorization_code&client_id=shop&code=${code}&redirect_uri=https%3A%2F%2Fapp.test%2Fcb%2F -> 400 {"error":"invalid_grant"}
`);

/** Runs changes and draws what they bring; nothing here is asynchronous. */
function act(change: () => void): void {
  void actOrPromise(change);
}

interface Opened {
  readonly root: HTMLElement;
  readonly store: Store;
  readonly sent: readonly string[];
  readonly receive: (message: WorkerToPanel) => void;
  readonly click: (words: string) => void;
}

/** A panel whose worker is the test. */
function open(): Opened {
  const { store, sent, receive } = liveStore(traceStart + 60_000, {
    fetchDocument: (address) =>
      Promise.resolve({ text: `{"issuer":"${address.replace('/.well-known/openid-configuration', '')}"}` }),
    tab: 1,
  });
  const root = document.createElement('div');
  act(() => render(<App store={store} detail={signal(Detail)} />, root));
  return {
    root,
    store,
    sent,
    receive: (message) => act(() => receive(message)),
    click: (words) => {
      const buttons = [...root.querySelectorAll('button')];
      const button = buttons.find(
        (each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === words,
      );
      if (button === undefined) throw new Error(`No button "${words}"`);
      act(() => button.click());
    },
  };
}

const snapshot = { type: 'snapshot', sequence: 1, exchanges: failedLogin, status: openStatus } as const;

test('a failed login is shown live, its sentence as the heading, and no secret reaches the document', () => {
  const { root, receive } = open();
  receive({ ...snapshot, exchanges: [] });
  expect(root.querySelector('h1')?.textContent).toBe('Log in now.');
  receive({ type: 'changed', sequence: 2, exchanges: failedLogin, removed: [] });
  const sentence = root.querySelector('[aria-label=Verdict] h1')?.textContent;
  expect(sentence).toContain('redirect_uri');
  expect(root.querySelector('p[role=status]')?.textContent).toBe(sentence);
  expect(root.querySelector('[role=option]')?.textContent).toContain('Failed: invalid_grant');
  expect(root.innerHTML).toContain('code<b>·');
  expect(root.innerHTML).not.toContain(code);
});

test('the proof marks the characters that differ', () => {
  const { root, receive } = open();
  receive(snapshot);
  expect([...root.querySelectorAll('.proof mark')].map((mark) => mark.textContent)).toEqual(['/']);
});

test('a gap in the sequence asks for a new snapshot and shows nothing half', () => {
  const { root, receive, sent } = open();
  receive({ ...snapshot, exchanges: [] });
  receive({ type: 'changed', sequence: 3, exchanges: failedLogin, removed: [] });
  expect(sent).toEqual(['subscribe', 'subscribe']);
  expect(root.querySelector('h1')?.textContent).toBe('Log in now.');
});

test('dropped exchanges take their flow away', () => {
  const { root, receive } = open();
  receive(snapshot);
  receive({ type: 'changed', sequence: 2, exchanges: [], removed: failedLogin.map(({ id }) => id) });
  expect(root.querySelector('[role=listbox] [role=option]')).toBeNull();
});

test('one value is shown in full on purpose, with a banner until it is masked again', () => {
  const { root, receive, click } = open();
  receive(snapshot);
  click('Show code in full');
  expect(root.querySelector('.facts')?.textContent).toContain(code);
  expect(root.querySelector('.notice')?.textContent).toContain('1 value shown in full.');
  click('Mask again');
  expect(root.innerHTML).not.toContain(code);
  expect(root.querySelector('.notice')).toBeNull();
});

test('times of day and the life of a code are shown as the settings say, at once', () => {
  const { root, receive, store } = open();
  receive(snapshot);
  const row = (): string => root.querySelector('[role=option]')?.textContent ?? '';
  expect(row()).toMatch(/\d\d:\d\d:\d\d(?!Z)/u);
  act(() => store.preferences.change({ times: 'utc' }));
  expect(row()).toMatch(/\d\d:\d\d:\d\dZ/u);
  expect(root.textContent).not.toContain('of 1.5 min');
  act(() => store.preferences.change({ lifetimes: [{ authority: 'op.test', milliseconds: 90_000 }] }));
  expect(root.textContent).toContain('of 1.5 min');
});

test('an exported login shows the same verdict when it is opened as a file, apart from the live ones', async () => {
  const { root, receive, store, click } = open();
  receive(snapshot);
  const sentence = root.querySelector('h1')?.textContent;
  const file = await store.share(store.recording.value.flows.value);
  expect(file.text).not.toContain(code);
  receive({ ...snapshot, exchanges: [] });
  await actOrPromise(() => store.openFile('trace.json', file.text));
  expect(root.querySelector('h1')?.textContent).toBe(sentence);
  expect(root.querySelector('.notice.file')?.textContent).toContain('trace.json');
  click('Back to live');
  expect(root.querySelector('h1')?.textContent).toBe('Log in now.');
});

test('a file that cannot be read is one sentence, and what was on screen stays', async () => {
  const { root, receive, store } = open();
  receive(snapshot);
  const sentence = root.querySelector('h1')?.textContent;
  await actOrPromise(() => store.openFile('notes.txt', 'hello'));
  expect(root.querySelector('[role=alert]')?.textContent).toContain('notes.txt cannot be read:');
  expect(root.querySelector('h1')?.textContent).toBe(sentence);
});

test('a clean login has no finding', () => {
  const { root, receive, store } = open();
  const good = fromTraceText(`
GET https://op.test/authorize?response_type=code&client_id=shop&scope=orders&state=st4te-of-the-app&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 302 https://app.test/cb?code=${code}&state=st4te-of-the-app&iss=https%3A%2F%2Fop.test
GET https://app.test/cb?code=${code}&state=st4te-of-the-app&iss=https%3A%2F%2Fop.test -> 200 <p>App</p>
POST https://op.test/token grant_type=authorization_code&client_id=shop&code=${code}&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 200 {"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600,"scope":"orders"} [Cache-Control: no-store]
`);
  receive({ ...snapshot, exchanges: good });
  act(() => {
    store.detailTab.value = 'findings';
  });
  expect(root.querySelector('[role=tabpanel]')?.textContent).toBe('No rule failed.');
});

/** Presses a key in a part of the panel, or anywhere. */
function press(key: string, part: Element | null = document.body): void {
  act(() => part?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
}

test('steps are gone through with the arrow keys, and the detail follows', () => {
  const { root, receive } = open();
  receive(snapshot);
  const shown = (): string | null | undefined => root.querySelector('.step')?.getAttribute('aria-label');
  expect(shown()).toBe('Step 3: Token request');
  press('ArrowUp', root.querySelector('[aria-label=Steps]'));
  expect(shown()).toBe('Step 2: Authorization response');
  press('Home', root.querySelector('[aria-label=Steps]'));
  expect(shown()).toBe('Step 1: Authorization request');
});

test('the list is made wider with the arrow keys, and single keys filter', () => {
  const { root, receive, store } = open();
  receive(snapshot);
  const divider = root.querySelector('[role=separator]');
  const before = Number(divider?.getAttribute('aria-valuenow'));
  press('ArrowRight', divider);
  expect(Number(divider?.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
  press('p');
  expect(store.problemsOnly.value).toBe(true);
  press('t');
  expect(store.thisTab.value).toBe(false);
});

test('a ticket for support tells the verdict and no secret', async () => {
  const { receive, store } = open();
  receive(snapshot);
  const { text: ticket } = await store.share(store.recording.value.flows.value, { format: 'markdown' });
  expect(ticket).toContain('redirect_uri');
  expect(ticket).not.toContain(code);
});

test.each([
  [{ ...openStatus, recording: 'off' } as const, 'Turn it on, then log in again.'],
  [{ ...openStatus, storageRefused: true } as const, 'The browser refused to keep the recording'],
  [{ ...openStatus, droppedExchanges: 3 } as const, 'the oldest 3 requests were dropped'],
  [{ ...openStatus, allSites: false } as const, 'may not see all sites'],
  [
    { ...openStatus, allSites: false, unseenSites: ['https://op.test'] } as const,
    'may not see https://op.test, so',
  ],
])('the panel says what to do about the state %#', (state, words) => {
  const { root, receive } = open();
  receive({ ...snapshot, exchanges: [], status: state });
  expect(root.textContent).toContain(words);
});

test('a discovery document is fetched on a press, counts for the flows and outlives a new snapshot', async () => {
  const { root, store, receive } = open();
  receive(snapshot);
  act(() => {
    store.detailTab.value = 'unseen';
  });
  expect(root.querySelector('[aria-label="Discovery document"]')?.textContent).toContain(
    'the only one this extension makes',
  );
  await actOrPromise(async () => {
    expect(await store.fetchDiscovery('https://op.test')).toEqual({
      ok: true,
      sentence:
        'The document of https://op.test/.well-known/openid-configuration now counts for these flows.',
    });
  });
  receive(snapshot);
  const exchange = store.recording.value.exchange('fetched https://op.test/.well-known/openid-configuration');
  expect(exchange?.source).toBe('fetched');
  expect(store.recording.value.size.value).toBe(failedLogin.length);
});

test.each([
  ['{"issuer":', 'The document is not valid JSON.'],
  ['{}', 'The document names no issuer.'],
])('a bad discovery document is one sentence: %s', (text, sentence) => {
  const { store, receive } = open();
  receive(snapshot);
  expect(store.pasteDiscovery(text)).toEqual({ ok: false, sentence });
});
