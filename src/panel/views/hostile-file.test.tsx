// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { failedLogin } from '../../testing/failed-login.ts';
import { storeOf } from '../../testing/store-of.ts';
import type { Store } from '../store/create-store.ts';
import { Detail } from './detail/Detail.tsx';
import { App } from './App.tsx';

interface Opened {
  readonly root: HTMLElement;
  readonly store: Store;
}

const nothing = storeOf([]);
const fetched = vi.spyOn(globalThis, 'fetch');
afterEach(() => expect(fetched).not.toHaveBeenCalled());

/** The panel with the file open, each view of which was looked at. */
async function open(text: string): Promise<Opened> {
  const store = nothing;
  const root = document.createElement('div');
  await act(() => render(<App store={store} detail={signal(Detail)} />, root));
  store.problem.value = undefined;
  store.backToLive();
  await act(() => store.openFile('hostile.json', text));
  for (const tab of ['findings', 'compare', 'tokens', 'unseen', 'raw', 'sequence'] as const) {
    await act(() => void (store.detailTab.value = tab));
    // Nothing but what the views are made of: no picture, frame or script, and no link but to a source of ours.
    expect(root.querySelectorAll('script, img, iframe, object, embed, base, link, meta')).toHaveLength(0);
    expect([...root.querySelectorAll('[onerror], [onload], [onclick], [srcdoc]')]).toEqual([]);
    const links = [...root.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.filter((href) => !href.startsWith('https://'))).toEqual([]);
    expect(root.textContent.match(control)?.[0]).toBeUndefined();
  }
  return { root, store };
}

/** Controls but for the line feeds and tabs of text, and the characters that turn its direction. */
const control = /.{0,40}(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f].{0,20}/u;

interface Entry {
  readonly request?: object;
  readonly response?: object;
  readonly startedDateTime?: unknown;
  readonly time?: unknown;
}

function har(entry: Entry = {}): string {
  const url =
    'https://op.test/authorize?response_type=code&client_id=shop&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=s1';
  const whole = {
    startedDateTime: '2027-01-15T08:00:00.000Z',
    time: 5,
    ...entry,
    request: { method: 'GET', url, headers: [], ...entry.request },
    response: {
      status: 400,
      headers: [],
      content: { mimeType: 'text/html', text: '<p>Error</p>' },
      redirectURL: '',
      ...entry.response,
    },
  };
  return JSON.stringify({ log: { version: '1.2', entries: [whole] } });
}

/** The text with the words in place of each string that may be any. */
function everywhere(words: string): string {
  const encoded = encodeURIComponent(words);
  const login = `response_type=code&client_id=${encoded}&scope=${encoded}&state=${encoded}&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&x=${encoded}`;
  const row = [{ name: words, value: words }];
  return har({
    request: { url: `https://op.test/authorize?${login}`, headers: row },
    response: {
      headers: row,
      content: {
        mimeType: 'application/json',
        text: JSON.stringify({ error: words, error_description: words, [words]: words }),
      },
      statusText: words,
      _error: words,
    },
  });
}

test.each([
  ['a script', '<script>globalThis.ran = true</script>'],
  ['a picture that runs', '"><img src=x onerror="globalThis.ran = true">'],
  ['a script’s address', 'javascript:globalThis.ran=true'],
  ['a link', '<a href="javascript:alert(1)">x</a>'],
  ['text turned round', 'user\u202egnp.exe\u202c \u2066x\u2069'],
  ['controls', 'a\u0000b\u001b[2Jc\u0085d\r'],
])('%s in every string is text', async (_, words) => {
  const { root, store } = await open(everywhere(words));
  expect(store.fileName.value).toBe('hostile.json');
  expect(root.querySelector('[aria-label=Verdict] h1')).not.toBeNull();
  expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
});

test.each([
  [
    'names of the prototype',
    har().replace('"log":', '"__proto__":{"polluted":1},"constructor":{"x":1},"log":'),
  ],
  ['a status out of range', har({ response: { status: 1e300 } })],
  ['a time out of range', har({ time: -1e308 })],
  ['a time that is none', har({ startedDateTime: 'yesterday' })],
  ['a year that no date has', har({ startedDateTime: '+999999-01-01T00:00:00Z' })],
  ['10,000 levels', `{"log":{"entries":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`],
  [
    '10,000 levels in a body',
    har({ response: { content: { mimeType: 'application/json', text: '['.repeat(10_000) } } }),
  ],
  ['a million levels', `{"log":${'{"a":'.repeat(1_000_000)}0${'}'.repeat(1_000_001)}`],
  ['a script’s address as the request', har({ request: { url: 'javascript:alert(1)' } })],
  ['another tool’s file', '{"version":1,"sessions":[{"requests":[]}]}'],
  ['another tool’s list', '[{"url":"https://op.test"}]'],
  ['a SAZ archive', 'PK\u0003\u0004raw/01_c.txt'],
  ['half a file', har().slice(0, 200)],
])('%s is read or refused in a sentence, and nothing else happens', async (_, text) => {
  const { store } = await open(text);
  const problem = store.problem.value;
  if (problem === undefined) expect(store.fileName.value).toBe('hostile.json');
  else expect(problem).toMatch(/^hostile\.json cannot be read: .+ \(.+\)$/u);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('an exported file, opened and exported again, is the same bytes', async () => {
  const store = storeOf(failedLogin);
  const flows = (): Store['recording']['value']['flows']['value'] => store.recording.value.flows.value;
  const first = await store.share(flows());
  await store.openFile('first.grantscope.json', first.text);
  expect(store.problem.value).toBeUndefined();
  const second = await store.share(flows());
  expect(second.text).toBe(first.text);
});
