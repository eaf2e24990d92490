import { AsyncLocalStorage } from 'node:async_hooks';
import { Window } from 'happy-dom';
import type { Stage } from './stage.ts';

interface Page {
  readonly stage: Stage;
  readonly window: Window;
}

const pages = new AsyncLocalStorage<Page>();
const original = globalThis.fetch;

/** Libraries of pages call the global `fetch`; within a page's run that is the page's recorded one. */
globalThis.fetch = async (input, init) => {
  const page = pages.getStore();
  if (page === undefined) return original(input, init);
  const url = input instanceof Request ? input.url : String(input);
  const body = init?.body;
  return page.stage.pageFetch(url, {
    method: init?.method ?? 'GET',
    headers: Object.fromEntries(new Headers(init?.headers)),
    body: typeof body === 'string' || body instanceof URLSearchParams ? body : undefined,
    redirect: 'manual',
  });
};

/** What a page has and Node has not; outside a page's run these stay undefined, so that nobody takes Node for a page. */
for (const name of ['window', 'document', 'sessionStorage', 'localStorage'] as const)
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => {
      const window = pages.getStore()?.window;
      return name === 'window' ? window : window?.[name];
    },
  });

/** A page of the app at `url`: what runs in it finds a page's globals. */
export function openPage(stage: Stage): { readonly run: <T>(use: () => Promise<T>) => Promise<T> } {
  const page = { stage, window: new Window({ url: `${stage.app}/` }) };
  return { run: async (use) => pages.run(page, use) };
}
