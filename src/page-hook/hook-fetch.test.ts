import { expect, test } from 'vitest';
import type { PageAnswer } from '../messaging/protocol.ts';
import { hookFetch } from './hook-fetch.ts';
import { createWrapper } from './wrap.ts';

const json = { 'content-type': 'application/json; charset=utf-8' };

/** A page whose network gives `answer`. */
function page(answer: () => Promise<Response>): {
  readonly fetch: typeof fetch;
  readonly given: Promise<Response>[];
  readonly reports: PageAnswer[];
} {
  const given: Promise<Response>[] = [];
  const reports: PageAnswer[] = [];
  const owner = {
    fetch: (_input: string | URL | Request, _init?: RequestInit): Promise<Response> => {
      const promise = answer();
      given.push(promise);
      return promise;
    },
  };
  const parts = {
    resolve: (url: string) => new URL(url, 'https://app.test/page').href,
    now: () => 5,
    report: (each: PageAnswer) => void reports.push(each),
    called: () => {},
  };
  hookFetch(owner, parts, createWrapper({}));
  return { fetch: owner.fetch, given, reports };
}

const tokens = (): Promise<Response> => Promise.resolve(new Response('{"a":1}', { headers: json }));

test('the answer of a token call is copied, and the page reads its own as if it were alone', async () => {
  const { fetch, reports } = page(tokens);
  const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'k' });
  const response = await fetch('/opaque', { method: 'post', body });
  expect(response.bodyUsed).toBe(false);
  const copy = response.clone();
  expect([await response.json(), await copy.text()]).toEqual([{ a: 1 }, '{"a":1}']);
  await expect
    .poll(() => reports)
    .toEqual([
      {
        method: 'POST',
        url: 'https://app.test/opaque',
        startedAt: 5,
        status: 200,
        requestBody: 'grant_type=authorization_code&code=k',
        requestMediaType: 'application/x-www-form-urlencoded',
        responseBody: '{"a":1}',
        responseMediaType: 'application/json',
      },
    ]);
});

test.each([
  ['an address', '/oauth/token'],
  ['a URL', new URL('https://op.test/oauth/token')],
  ['a request', new Request('https://op.test/oauth/token', { method: 'POST', body: 'x' })],
])('%s is understood', async (_, input) => {
  const { fetch, reports } = page(tokens);
  await (await fetch(input)).text();
  await expect.poll(() => reports.map(({ url }) => new URL(url).pathname)).toEqual(['/oauth/token']);
});

test('the promise of an unrelated call is the browser’s own', async () => {
  const { fetch, given, reports } = page(tokens);
  const promise = fetch('/picture');
  expect(promise).toBe(given[0]);
  await promise;
  expect(reports).toEqual([]);
});

test.each<[string, (signal: AbortSignal) => [string | Request, RequestInit?]]>([
  ['an address', (signal) => ['/token', { signal }]],
  ['a request', (signal) => [new Request('https://op.test/token', { signal })]],
])('so is that of a call that is given up before it is made, by %s', async (_, call) => {
  const { fetch, given } = page(() => Promise.reject(new DOMException('Given up', 'AbortError')));
  const promise = fetch(...call(AbortSignal.abort()));
  expect(promise).toBe(given[0]);
  await expect(promise).rejects.toThrow('Given up');
  const other = page(tokens);
  expect(other.fetch(...call(new AbortController().signal))).not.toBe(other.given[0]);
});

test('the answer is the browser’s own object, and so is the error', async () => {
  const right = page(tokens);
  expect(await right.fetch('/token')).toBe(await right.given[0]);
  const failure = new TypeError('Failed to fetch');
  const wrong = page(() => Promise.reject(failure));
  await expect(wrong.fetch('/token')).rejects.toBe(failure);
  expect(wrong.reports).toEqual([]);
});

test('nothing of the page runs that would not run without the hook', async () => {
  const { fetch } = page(tokens);
  let runs = 0;
  const init: RequestInit = {
    get body() {
      runs += 1;
      return 'grant_type=password';
    },
  };
  await fetch('/token', init);
  expect(runs).toBe(0);
});

test.each([
  ['a stream of events', new Response('data: x', { headers: { 'content-type': 'text/event-stream' } })],
  ['a picture', new Response('x', { headers: { 'content-type': 'image/png' } })],
  ['more than is kept', new Response('x'.repeat(262_145), { headers: json })],
  ['a failure', Response.error()],
])('%s is not copied', async (_, response) => {
  const { fetch, reports } = page(() => Promise.resolve(response));
  await (await fetch('/token')).text();
  expect(reports).toEqual([]);
});

test.each([
  ['POST', 'http://op.test/token', true],
  ['GET', 'http://op.test/token', undefined],
  ['POST', 'https://op.test/token#here', undefined],
])(
  'an answer to %s %s from https://op.test/token may be that of another request: %s',
  async (method, asked, is) => {
    const answer = new Response('{"a":1}', { headers: json });
    Object.defineProperty(answer, 'url', { value: 'https://op.test/token' });
    const { fetch, reports } = page(() => Promise.resolve(answer));
    await fetch(asked, { method });
    await expect
      .poll(() => reports.map(({ url, redirected }) => [url, redirected]))
      .toEqual([['https://op.test/token', is]]);
  },
);
