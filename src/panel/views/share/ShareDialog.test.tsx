// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { isProblem } from '../../../engine/http/problem.ts';
import { fromTrace } from '../../../engine/trace/from-trace.ts';
import { failedLogin } from '../../../testing/failed-login.ts';
import { pagesOf } from './Preview.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { storeOf } from '../../../testing/store-of.ts';
import { fromTraceText } from '../../../testing/trace-text.ts';
import type { Store } from '../../store/create-store.ts';

interface Opened {
  readonly root: HTMLElement;
  readonly store: Store;
  readonly settled: () => Promise<void>;
  readonly choose: (words: string) => Promise<void>;
  readonly shown: () => string;
}

const code = 'SplxlOBeZQQYbYS6WxSbIA';

/** Opens the dialog on the failed login, or on other traffic. */
async function open(exchanges = failedLogin): Promise<Opened> {
  const store = storeOf(exchanges);
  const root = document.createElement('div');
  document.body.append(root);
  const settled = async (): Promise<void> => {
    await act(() => store.share([]).then(() => undefined));
    await act(() => store.keepableNames([]).then(() => undefined));
  };
  await act(() => render(<ShareDialog store={store} onClose={() => undefined} />, root));
  await settled();
  return {
    root,
    store,
    settled,
    shown: () => root.querySelector('.preview')?.textContent ?? '',
    choose: async (words) => {
      const label = [...root.querySelectorAll('label')].find((each) => each.textContent.startsWith(words));
      await act(() => label?.querySelector('input')?.click());
      await settled();
    },
  };
}

test('the preview is the file, what was removed is marked, and the receipt counts it', async () => {
  const { root, shown } = await open();
  expect(shown()).toContain('"format": "grantscope.trace"');
  expect(shown()).not.toContain(code);
  expect([...root.querySelectorAll('.preview mark')].map((mark) => mark.textContent)).toContainEqual(
    expect.stringMatching(/^‹code·/),
  );
  expect(root.querySelector('.receipt')?.textContent).toContain('code 1 value in 3 places');
});

test('everything is revealed only after the words were typed, and the file says so', async () => {
  const { root, shown, choose, settled } = await open();
  await choose('Reveal all');
  expect(shown()).toBe('');
  const input = root.querySelector<HTMLInputElement>('.confirm input');
  if (input === null) throw new Error('There is nothing to type into.');
  for (const words of ['share the secret', 'share the secrets']) {
    input.value = words;
    await act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
    await settled();
    expect(shown().includes(code)).toBe(words === 'share the secrets');
  }
  expect(shown()).toContain('"level": "revealed"');
  expect(root.querySelector('.save code')?.textContent).toMatch(/^WITH-SECRETS-/);
  expect(root.querySelector('.receipt[role=alert]')?.textContent).toContain('Nothing is removed');
});

test('a name can be kept, a credential cannot', async () => {
  const { root, shown, choose } = await open();
  await choose('Custom');
  const names = [...root.querySelectorAll('.names code')].map((each) => each.textContent);
  expect(names).toEqual(['state']);
  await choose('state');
  expect(shown()).toContain('st-4f9a8e7d6c5b');
  expect(shown()).not.toContain(code);
  expect(shown()).toContain('"kept_names"');
});

test('ids of requests go as well where that is ticked', async () => {
  const id = '7f8e9d0c-1b2a-4c3d-9e8f-7a6b5c4d3e00';
  const { shown, choose } = await open(
    fromTraceText(`POST https://op.test/token grant_type=client_credentials&client_id=c -> 401 {"error":"invalid_client","trace_id":"${id}"}`), // prettier-ignore
  );
  expect(shown()).toContain(id);
  await choose('Remove trace ids');
  expect(shown()).toContain('‹trace_id·');
  expect(shown()).not.toContain(id);
});

test('no chosen login is no file', async () => {
  const { root, choose, shown } = await open();
  await choose('Chosen logins');
  expect(shown()).not.toBe('');
  const tick = root.querySelector<HTMLInputElement>('.names input');
  await act(() => tick?.click());
  expect(root.textContent).toContain('Choose at least one login.');
});

/** Three logins at two servers, and a request that belongs to none. */
const threeLogins = fromTraceText(`
${login('one.test', 'a')}
GET https://other.test/orders/7 -> 200 <p>Orders</p> id=stray
${login('one.test', 'b')}
${login('two.test', 'c')}
`);

function login(host: string, client: string): string {
  const own = `code-of-${client}-0a1b2c3d4e5f`;
  return `
GET https://${host}/authorize?client_id=${client}&response_type=code&redirect_uri=https%3A%2F%2F${client}.test%2Fcb&state=s-${client}-6f5e4d3c2b1a -> 302 https://${client}.test/cb?code=${own}&state=s-${client}-6f5e4d3c2b1a id=${client}1
POST https://${host}/token grant_type=authorization_code&client_id=${client}&code=${own}&redirect_uri=https%3A%2F%2F${client}.test%2Fcb -> 400 {"error":"invalid_grant"} id=${client}2`;
}

/** Which logins, by their clients, and which requests a trace holds. */
function heldIn(text: string): unknown {
  const read = fromTrace(text, 'written.grantscope.json');
  if (isProblem(read)) throw new Error(read.reason);
  const clients = [...text.matchAll(/"client_id": "(\w+)"/gu)].map(([, client]) => client);
  return [clients, read.exchanges.map(({ id }) => id)];
}

test.each([
  ['This login', '', ['b'], ['b1', 'b2']],
  ['The 2 logins in the list', 'host:one.test', ['a', 'b'], ['a1', 'a2', 'b1', 'b2']],
  ['All 3 logins', 'host:one.test', ['a', 'b', 'c'], ['a1', 'a2', 'b1', 'b2', 'c1', 'c2']],
  ['Chosen logins', '', ['b', 'c'], ['b1', 'b2', 'c1', 'c2']],
])('with “%s” the file holds these and nothing else', async (words, filter, clients, exchanges) => {
  const { root, store, shown, choose, settled } = await open(threeLogins);
  const idOf = (client: string): string =>
    store.recording.value.flows.value.find(({ clientId }) => clientId === client)?.id ?? '';
  await act(() => {
    store.filter.value = filter;
    store.select(idOf('b'));
  });
  await choose(words);
  if (words === 'Chosen logins') {
    const ticks = [...root.querySelectorAll<HTMLInputElement>('.names input')];
    for (const [index, client] of ['a', 'b', 'c'].entries()) {
      const tick = ticks[index];
      if (tick?.checked !== clients.includes(client)) await act(() => tick?.click());
    }
    await settled();
  }
  expect(heldIn(shown())).toEqual([clients, exchanges]);
});

test('a long text is cut into pages that hold no half placeholder and make up the text', () => {
  const text = 'x ‹code·a3f9·43 chars› '.repeat(9000);
  const pages = pagesOf(text);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.join('')).toBe(text);
  for (const page of pages) expect(page.split('‹').length).toBe(page.split('›').length);
});
