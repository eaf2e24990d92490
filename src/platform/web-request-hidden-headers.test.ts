import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { createFakeWebRequest } from '../testing/fake-web-request.ts';
import { onItsWay } from './each-once.ts';

// Chromium, which hides headers unless asked.
const untelling = 'https://op.test/x/9';
const telling = 'https://op.test/token';

const webRequest = createFakeWebRequest();
const runtime = { id: 'extension', getURL: () => 'chrome-extension://extension/' };
vi.stubGlobal('chrome', { runtime });
vi.stubGlobal('browser', {
  runtime,
  webRequest: { ...webRequest.api, OnSendHeadersOptions: { EXTRA_HEADERS: 'extraHeaders' } },
});
const { createRequestSwitch } = await import('./web-request.ts');
vi.useFakeTimers();
afterAll(() => vi.useRealTimers());

let heard: string[] = [];
const hear =
  (name: string) =>
  ({ requestId, requestHeaders }: { requestId: string; requestHeaders?: unknown }): void =>
    void heard.push(`${requestId} ${name}${requestHeaders === undefined ? '' : ' in full'}`);
const { start, listen } = createRequestSwitch(
  {
    started: hear('started'),
    headersSent: hear('sent'),
    answerReceived: hear('answered'),
    redirected: hear('redirected'),
    completed: hear('completed'),
    failed: hear('failed'),
  },
  ['*://*/*token*'],
);

beforeEach(() => {
  listen('off');
  heard = [];
});

/** The life of one request, step by step; its hidden headers are told to those that asked. */
function request(requestId: string, url: string, type = 'xmlhttprequest'): readonly (() => void)[] {
  const requestHeaders = [{ name: 'Cookie' }];
  const events = ['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onCompleted'] as const;
  return events.map((event, index) => () => {
    const details = { requestId, url, type, timeStamp: 1_800_000_000_000 + index };
    webRequest.emit(event, details, event === 'onSendHeaders' ? { requestHeaders } : {});
  });
}

const inFull = (requestId: string): readonly string[] =>
  ['started', 'sent in full', 'answered', 'completed'].map((step) => `${requestId} ${step}`);
const plain = (requestId: string): readonly string[] =>
  ['started', 'sent', 'answered', 'completed'].map((step) => `${requestId} ${step}`);

function run(...requests: readonly (readonly (() => void)[])[]): void {
  for (const step of requests.flat()) step();
}

test('where nobody looks and no login is under way nothing asks for hidden headers', () => {
  listen('narrow', ['https://op.test/known*']);
  vi.advanceTimersByTime(onItsWay);
  run(request('page', untelling, 'main_frame'), request('telling', telling));
  run(request('known', 'https://op.test/known'), request('call', untelling));
  expect(heard).toEqual(['page', 'telling', 'known'].flatMap(plain));
});

test('from the first sign of a login on each request is heard in full, once', () => {
  listen('narrow');
  listen('all');
  run(request('page', untelling, 'main_frame'), request('telling', telling), request('call', untelling));
  expect(heard).toEqual(['page', 'telling', 'call'].flatMap(inFull));
  heard = [];
  vi.advanceTimersByTime(onItsWay);
  run(request('page', untelling, 'main_frame'), request('telling', telling), request('call', untelling));
  expect(heard).toEqual(['page', 'telling', 'call'].flatMap(inFull));
});

test.each(['main_frame', 'xmlhttprequest'])(
  'a %s in the middle of which more or less is listened to loses no event and repeats none',
  (type) => {
    for (const [from, to] of [
      ['narrow', 'all'],
      ['all', 'narrow'],
    ] as const) {
      for (const after of [0, 1, 2, 3, 4]) {
        listen('off');
        listen(from);
        vi.advanceTimersByTime(onItsWay);
        heard = [];
        const steps = request(`${from} ${after}`, telling, type);
        run(steps.slice(0, after));
        listen(to);
        run(steps.slice(after));
        expect(heard.map((each) => each.replace(' in full', ''))).toEqual(plain(`${from} ${after}`));
      }
    }
  },
);

test('what heard a request in full and went leaves the rest to the others', () => {
  listen('all');
  listen('narrow');
  const [started, sent, ...rest] = request('between', telling);
  started?.();
  sent?.();
  vi.advanceTimersByTime(onItsWay);
  run(rest);
  expect(heard).toEqual(inFull('between'));
});

test('a worker that was woken asks for hidden headers until it knows that it need not', () => {
  start();
  expect(webRequest.count()).toBe(24);
  listen('narrow');
  vi.advanceTimersByTime(onItsWay);
  expect(webRequest.count()).toBe(12);
});

test('when listening ends no listener is left', () => {
  start();
  for (const to of ['narrow', 'all', 'narrow', 'all'] as const) listen(to, ['https://op.test/x/9*']);
  expect(webRequest.count()).toBe(30);
  listen('off');
  expect(webRequest.count()).toBe(0);
});
