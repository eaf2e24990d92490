import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { createFakeWebRequest } from '../testing/fake-web-request.ts';
import { linesOf, listenersThatTell, stepsOf } from '../testing/request-steps.ts';
import { onItsWay } from './each-once.ts';
import type { Listening } from './web-request.ts';

const untelling = 'https://op.test/x/9';
const telling = 'https://op.test/token';

const webRequest = createFakeWebRequest();
const runtime = { id: 'extension', getURL: () => 'chrome-extension://extension/' };
vi.stubGlobal('chrome', { runtime });
vi.stubGlobal('browser', { runtime, webRequest: webRequest.api });
// The browser is looked at while the module is first run.
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
const whole = (id: string): readonly string[] => linesOf(id);

test.each<readonly [Listening, readonly string[]]>([
  ['off', []],
  ['narrow', ['page', 'frame', 'telling', 'telling beacon']],
  ['all', ['page', 'frame', 'telling', 'telling beacon', 'call', 'other', 'beacon']],
])('%s hears each event of what it is for, once', (to, expected) => {
  listen(to);
  const requests = [
    request('page', untelling, 'main_frame'),
    request('frame', telling, 'sub_frame'),
    request('telling', telling),
    request('telling beacon', telling, 'beacon'),
    request('call', untelling),
    request('other', untelling, 'other'),
    request('beacon', untelling, 'beacon'),
    ...['image', 'imageset', 'stylesheet', 'script', 'font', 'media'].map((type) =>
      request(type, telling, type),
    ),
    request('ftp', 'ftp://op.test/token'),
  ];
  for (const step of requests.flat()) step();
  expect(heard).toEqual(expected.flatMap(whole));
});

test.each<readonly [Listening, Listening, string]>([
  ['narrow', 'all', telling],
  ['all', 'narrow', telling],
])('from %s to %s in the middle of a telling call nothing is lost or heard twice', (from, to, url) => {
  for (const after of [0, 1, 2, 3, 4]) {
    listen(from);
    heard = [];
    const steps = request(`after ${after}`, url);
    for (const step of steps.slice(0, after)) step();
    listen(to);
    for (const step of steps.slice(after)) step();
    expect(heard).toEqual(whole(`after ${after}`));
  }
});

test('narrow hears known calls too, whatever it was switched to in between', () => {
  listen('narrow', ['https://op.test/x/9*']);
  const [started, sent, ...rest] = request('1', untelling);
  started?.();
  listen('all');
  sent?.();
  listen('narrow', ['https://op.test/x/9*', '*://*/*token*']);
  for (const step of rest) step();
  expect(heard).toEqual(whole('1'));
  heard = [];
  for (const step of request('2', telling)) step();
  expect(heard).toEqual(whole('2'));
  heard = [];
  listen('narrow');
  vi.advanceTimersByTime(onItsWay);
  for (const step of request('3', untelling)) step();
  expect(heard).toEqual([]);
});

test('a call that began before everything was listened to is heard from there on', () => {
  listen('narrow');
  const [started, ...rest] = request('1', untelling);
  started?.();
  listen('all');
  for (const step of rest) step();
  expect(heard).toEqual(whole('1').slice(1));
});

test('one event of two requests, and two of one request, are two, also where two groups hear them', () => {
  listen('narrow');
  listen('all');
  const event = { requestId: '1', url: telling, type: 'xmlhttprequest', timeStamp: 1 };
  webRequest.emit('onBeforeRequest', event);
  webRequest.emit('onBeforeRequest', { ...event, requestId: '2' });
  webRequest.emit('onBeforeRequest', { ...event, requestId: '2', url: 'https://op.test/token/' });
  webRequest.emit('onBeforeRequest', {
    ...event,
    requestId: '2',
    url: 'https://op.test/token/',
    timeStamp: 2,
  });
  expect(heard).toEqual(['1 started', '2 started', '2 started', '2 started']);
});

test('what the extension itself fetches is not heard of', () => {
  listen('all');
  const event = { requestId: '1', url: telling, type: 'xmlhttprequest', timeStamp: 1 };
  webRequest.emit('onBeforeRequest', { ...event, initiator: 'chrome-extension://extension' });
  expect(heard).toEqual([]);
});

test.each<readonly [Listening, readonly string[], number]>([
  ['narrow', [], 12],
  ['narrow', ['https://op.test/x/9*'], 18],
  ['all', [], 12],
])('what %s with %j does not need goes, once what was told to it has come', (to, known, count) => {
  start();
  expect(webRequest.count()).toBe(18);
  listen('narrow');
  listen('all');
  listen(to, known);
  vi.advanceTimersByTime(onItsWay - 1);
  expect(webRequest.count()).toBeGreaterThanOrEqual(18);
  vi.advanceTimersByTime(1);
  expect(webRequest.count()).toBe(count);
  for (const step of request('page', untelling, 'main_frame')) step();
  for (const step of request('telling', telling)) step();
  expect(heard).toEqual(['page', 'telling'].flatMap(whole));
});

test('everything is listened to at the start', () => {
  start();
  for (const step of [...request('page', untelling, 'main_frame'), ...request('call', untelling)]) step();
  for (const step of request('telling', telling)) step();
  expect(heard).toEqual(['page', 'call', 'telling'].flatMap(whole));
});

test('when listening ends no listener is left', () => {
  for (const to of ['narrow', 'all', 'narrow', 'all'] as const) listen(to, ['https://op.test/x/9*']);
  expect(webRequest.count()).toBe(24);
  listen('off');
  expect(webRequest.count()).toBe(0);
});
