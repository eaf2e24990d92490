import type { Page } from '@playwright/test';
import type { Exchange } from '../../src/engine/http/exchange.ts';
import { listen, type Listening } from '../servers/listen.ts';
import { storedExchanges } from '../support/log.ts';
import { expect, test as base, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer, type Expected } from './row.ts';

/** A page with its token endpoint, which refuses whatever it gets. */
const test = base.extend<{ readonly server: Listening }>({
  server: async ({}, use) => {
    const server = await listen();
    server.server.on('request', ({ url, method }, response) => {
      const isToken = url?.startsWith('/token') === true;
      response.writeHead(isToken && method !== 'OPTIONS' ? 400 : 200, {
        'content-type': isToken ? 'application/json' : 'text/html',
        'set-cookie': 'visit=a-secret-value; Path=/',
      });
      response.end(isToken ? '{"error":"invalid_grant"}' : '<!doctype html><title>App</title>');
    });
    await use(server);
    await server.stop();
  },
});

const form =
  'grant_type=authorization_code&code=a-code&client_id=page&redirect_uri=https%3A%2F%2Fapp.test%2Fcb';
const fields = Object.fromEntries(new URLSearchParams(form));
const long = `${form}&padding=${'x'.repeat(70_000)}`;

interface Situation {
  readonly body: 'form' | 'text' | 'multipart' | 'bytes';
  readonly text: string;
  readonly type?: string;
  /** What the log has as the body; undefined for the text itself. */
  readonly kept?: RegExp;
  readonly expected: Expected;
}

const expected: Expected = {
  web_request: allOfRequest,
  devtools_network: [],
  page_hook: withAnswer,
  report: ['failed: redirect_uri_mismatch_at_token'],
};
const wrongType: Expected = { ...expected, report: ['failed: content_type_wrong'] };
/** The hook reads no bodies but text. */
const unread: Expected = { ...expected, page_hook: ['request', 'status', 'answer'] };
const parts: Expected = { ...wrongType, page_hook: unread.page_hook };

const situations: Readonly<Record<string, Situation>> = {
  'a token call with a form': { body: 'form', text: form, expected },
  'a token call with JSON': {
    body: 'text',
    text: JSON.stringify(fields),
    type: 'application/json',
    expected: wrongType,
  },
  'a token call with parts (multipart/form-data)': {
    body: 'multipart',
    text: form,
    kept: /a-code/u,
    expected: parts,
  },
  'a token call with plain text': { body: 'text', text: form, type: 'text/plain', expected: wrongType },
  'a token call with bytes': {
    body: 'bytes',
    text: form,
    type: 'application/x-www-form-urlencoded',
    // Chromium reads the form and tells its fields, sorted.
    kept: /code=a-code/u,
    expected: unread,
  },
  'a token call with a form of 70 kB': { body: 'form', text: long, expected },
};

for (const [title, { body, text, type, kept, expected: cells }] of Object.entries(situations)) {
  test(title, async ({ server, recorded, row }) => {
    const tab = await recorded.newTab();
    await tab.goto(server.origin);
    await tab.evaluate(
      async ([how, words, mediaType]) => {
        const formData = new FormData();
        for (const [name, value] of new URLSearchParams(words)) formData.set(name, value);
        const bodies = {
          form: new URLSearchParams(words),
          text: words,
          multipart: formData,
          bytes: new TextEncoder().encode(words),
        };
        const headers = new Headers(mediaType === '' ? [] : [['content-type', mediaType]]);
        await (await fetch('/token', { method: 'POST', headers, body: bodies[how] })).text();
      },
      [body, text, type ?? ''] as const,
    );
    const [call] = await row(tokenCall, cells);
    expect(call?.requestBody?.text).toMatch(kept ?? /./u);
    if (kept === undefined) expect(call?.requestBody?.text).toBe(text);
  });
}

test('a token call by GET', async ({ server, recorded, row }) => {
  const tab = await recorded.newTab();
  await tab.goto(server.origin);
  await tab.evaluate(async (query) => (await fetch(`/token?${query}`)).text(), form);
  await row(tokenCall, {
    ...expected,
    web_request: ['request', 'headers', 'status'],
    page_hook: ['request', 'status', 'answer'],
    report: ['failed: request_malformed'],
  });
});

const own = ['authorization', 'dpop'];
const hidden = ['origin', 'referer', 'cookie'];

/** Makes the page send a token call with headers of its own. */
async function callWithHeaders(tab: Page): Promise<void> {
  await tab.evaluate(async (words) => {
    const headers = { authorization: 'Basic cGFnZTpzZWNyZXQ=', dpop: 'a-proof' };
    await (await fetch('/token', { method: 'POST', headers, body: new URLSearchParams(words) })).text();
  }, form);
}

const headerNames = ({ requestHeaders }: Exchange): readonly string[] =>
  requestHeaders.map(({ name }) => name.toLowerCase()).filter((name) => [...own, ...hidden].includes(name));

test('the headers of a token call, those that browsers hide among them', async ({
  server,
  recorded,
  row,
}) => {
  const tab = await recorded.newTab();
  // The first sign of a login; no DevTools and no panel is open.
  await tab.goto(`${server.origin}/authorize?client_id=page&response_type=code`);
  await tab.goto(server.origin);
  await callWithHeaders(tab);
  const [call] = await row(tokenCall, { ...expected, report: ['abandoned', ...(expected.report ?? [])] });
  if (call === undefined) throw new Error('The token call is not in the log.');
  expect(headerNames(call).toSorted()).toEqual([...own, ...hidden].toSorted());
  expect(call.known.browserHeaders).toBeUndefined();
  const pages = (await storedExchanges(recorded.worker)).filter(({ kind }) => kind === 'navigation');
  expect(pages).toHaveLength(2);
  expect(pages.at(-1)?.known.browserHeaders).toBeUndefined();
  expect(pages.map(headerNames)).toEqual([[], ['cookie']]);
  expect(call.requestHeaders.find(({ name }) => name.toLowerCase() === 'cookie')?.value).not.toContain(
    'a-secret-value',
  );
});

test('the headers of a token call that is the first sign of a login, and of the next one', async ({
  server,
  recorded,
  row,
}) => {
  const tab = await recorded.newTab();
  await tab.goto(server.origin);
  await callWithHeaders(tab);
  await row(tokenCall, expected);
  await callWithHeaders(tab);
  const stored = async (): Promise<readonly Exchange[]> =>
    (await storedExchanges(recorded.worker)).filter(tokenCall.is);
  await expect.poll(async () => (await stored()).length).toBe(2);
  const [first, second] = await stored();
  if (first === undefined || second === undefined) throw new Error('The token calls are not in the log.');
  // What the page itself sets is always told. What the browser adds is told from the first sign on, also of this page.
  // A worker that has just started asks for all until it knows better, so that the first may have them, too, and says so.
  const isKeptBack = first.known.browserHeaders === false;
  expect(headerNames(first).toSorted()).toEqual((isKeptBack ? own : [...own, ...hidden]).toSorted());
  expect(first.known.requestHeaders).toBe(true);
  expect(headerNames(second).toSorted()).toEqual([...own, ...hidden].toSorted());
  expect(second.known.browserHeaders).toBeUndefined();
});
