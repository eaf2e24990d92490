// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { failedLogin } from '../../../testing/failed-login.ts';
import { pagesOf } from './Preview.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { storeOf } from '../../../testing/store-of.ts';
import type { Store } from '../../store/create-store.ts';

interface Opened {
  readonly root: HTMLElement;
  readonly store: Store;
  readonly settled: () => Promise<void>;
  readonly choose: (words: string) => Promise<void>;
  readonly shown: () => string;
}

const code = 'SplxlOBeZQQYbYS6WxSbIA';

async function open(): Promise<Opened> {
  const store = storeOf(failedLogin);
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

test('no chosen login is no file', async () => {
  const { root, choose, shown } = await open();
  await choose('Chosen logins');
  expect(shown()).not.toBe('');
  const tick = root.querySelector<HTMLInputElement>('.names input');
  await act(() => tick?.click());
  expect(root.textContent).toContain('Choose at least one login.');
});

test('a long text is cut into pages that hold no half placeholder and make up the text', () => {
  const text = 'x ‹code·a3f9·43 chars› '.repeat(9000);
  const pages = pagesOf(text);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.join('')).toBe(text);
  for (const page of pages) expect(page.split('‹').length).toBe(page.split('›').length);
});
