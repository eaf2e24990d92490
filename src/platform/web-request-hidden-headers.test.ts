import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { createFakeWebRequest } from '../testing/fake-web-request.ts';
import { linesOf, listenersThatTell, stepsOf } from '../testing/request-steps.ts';
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
const { start, listen } = createRequestSwitch(
  listenersThatTell((line) => void heard.push(line)),
  ['*://*/*token*'],
);

beforeEach(() => {
  listen('off');
  heard = [];
});

const request = (id: string, url: string, type?: string): readonly (() => void)[] =>
  stepsOf(webRequest, id, url, type);
const inFull = (id: string): readonly string[] => linesOf(id, 'sent in full');
const plain = (id: string): readonly string[] => linesOf(id);

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

test('with known calls too, what heard a request in full and went leaves the rest to the others', () => {
  listen('all');
  listen('narrow', ['https://op.test/known*']);
  const [started, sent, ...rest] = request('before known', telling);
  started?.();
  sent?.();
  vi.advanceTimersByTime(onItsWay);
  run(rest);
  expect(heard).toEqual(inFull('before known'));
});

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
