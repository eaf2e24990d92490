// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { docPages } from '../../../scripts/doc-pages.ts';
import { failedLogin } from '../../testing/failed-login.ts';
import { liveStore, openStatus } from '../../testing/store-of.ts';
import { traceStart } from '../../testing/trace-text.ts';
import { Detail } from './detail/Detail.tsx';
import { App } from './App.tsx';

/** Where the links lead that the empty panel, its help, its settings and a failed login's findings have. */
async function linksOf(docs: string | undefined): Promise<readonly string[]> {
  const { store, receive } = liveStore(traceStart + 60_000, docs === undefined ? {} : { docs });
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const found = new Set<string>();
  const look = (change: () => void): void => {
    void act(change);
    for (const link of root.querySelectorAll('a')) found.add(link.getAttribute('href') ?? '');
  };
  look(() => render(<App store={store} detail={signal(Detail)} />, root));
  look(() => receive({ type: 'snapshot', sequence: 1, exchanges: [], status: openStatus }));
  for (const dialog of ['help', 'settings'] as const) {
    void act(() => void (store.dialog.value = dialog));
    const title = dialog === 'help' ? 'Help' : 'Settings';
    await vi.waitFor(() => expect(root.querySelector('dialog')?.getAttribute('aria-label')).toBe(title));
    look(() => undefined);
  }
  look(() => (store.dialog.value = undefined));
  look(() => receive({ type: 'snapshot', sequence: 2, exchanges: failedLogin, status: openStatus }));
  look(() => (store.detailTab.value = 'findings'));
  return [...found].filter((link) => !link.startsWith('https:'));
}

test('the panel links to our documents, each finding to its rule, and every link leads to a page and a place', async () => {
  const links = await linksOf('/docs/');
  expect(links).toEqual(
    expect.arrayContaining([
      ...['rules', 'verdicts', 'providers', 'messages', 'capture', 'permissions', 'privacy'].map(
        (page) => `/docs/${page}.html`,
      ),
      '/docs/rules.html#redirect-uri-token-mismatch',
    ]),
  );
  const pages = docPages();
  const dead = links.filter((link) => {
    const [, name = '', place] = /^\/docs\/([^#]+)(?:#(.+))?$/u.exec(link) ?? [];
    const page = pages.get(name);
    return page === undefined || (place !== undefined && !page.includes(` id="${place}"`));
  });
  expect(dead).toEqual([]);
});

test('where our documents do not stand beside the panel nothing links to them', async () => {
  expect(await linksOf(undefined)).toEqual([]);
});
