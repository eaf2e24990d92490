import { expect, test } from 'vitest';
import type { Exchange } from '../engine/http/exchange.ts';
import { isWorkerToPanel } from '../messaging/accept.ts';
import type { RequestStarted } from '../engine/http/web-request-event.ts';
import type { ResponseFilter } from '../platform/response-filter.ts';
import type { RequestListeners } from '../platform/each-once.ts';
import { createMemoryArea } from '../testing/memory-area.ts';
import { createLinePair } from '../testing/memory-line.ts';
import type { CaptureListeners } from './capture-listeners.ts';
import { gated } from './gate.ts';
import { withBodies } from './with-bodies.ts';
import { restore } from './worker.ts';

const token = 'https://op.test/token';

const ask = (more: Partial<RequestStarted> = {}): RequestStarted => ({
  requestId: '1',
  timeStamp: 1000,
  url: token,
  method: 'POST',
  type: 'xmlhttprequest',
  tabId: 7,
  frameId: 0,
  requestBody: { formData: { grant_type: ['authorization_code'], code: ['k'] } },
  ...more,
});

const end = (
  requestId: string,
  timeStamp: number,
  statusCode = 200,
): Parameters<RequestListeners['completed']>[0] => ({
  requestId,
  timeStamp,
  statusCode,
  responseHeaders: [{ name: 'Content-Type', value: 'application/json' }],
});

/** A worker that records, in a browser with response filters. */
async function recording(): Promise<{
  readonly requests: RequestListeners;
  /** Ids of the requests whose answers are read. */
  readonly read: string[];
  /** The latest filter of a request gets the whole answer. */
  readonly answer: (requestId: string, text: string) => void;
  readonly exchanges: () => readonly Exchange[];
}> {
  const filters = new Map<string, ResponseFilter>();
  const read: string[] = [];
  const area = createMemoryArea();
  const worker = await restore({
    area,
    settings: { recordAlways: true, pageHook: undefined, logSize: 5_000 },
    siteAccess: { allSites: true },
    canHookPages: true,
    newRun: () => 'run',
    newCookieKey: () => 'key',
    now: () => 0,
    afterReconnect: () => {},
    onStatus: () => {},
    onSettings: () => {},
  });
  const open = (id: string): ResponseFilter => {
    const filter: ResponseFilter = { write: () => {}, close: () => {}, disconnect: () => {} };
    read.push(id);
    filters.set(id, filter);
    return filter;
  };
  return {
    requests: withBodies(worker.requests, open),
    read,
    answer: (id, text) => {
      const filter = filters.get(id);
      filter?.ondata?.({ data: new TextEncoder().encode(text).slice().buffer });
      filter?.onstop?.({ data: new ArrayBuffer(0) });
    },
    exchanges: () => {
      const [panel, other] = createLinePair();
      const shown: Exchange[] = [];
      panel.onMessage((message) => {
        if (isWorkerToPanel(message) && message.type === 'snapshot') shown.push(...message.exchanges);
      });
      worker.panels.connect(other);
      panel.post({ type: 'subscribe' });
      return shown;
    },
  };
}

test.each(['before', 'before the head is told and', 'after'])(
  'a body that is whole %s its request has ended is in the same exchange',
  async (when) => {
    const { requests, answer, exchanges } = await recording();
    requests.started(ask());
    if (when.includes('head')) answer('1', '{"access_token":"t"}');
    requests.answerReceived(end('1', 1010));
    if (when === 'before') answer('1', '{"access_token":"t"}');
    requests.completed(end('1', 1020));
    if (when === 'after') answer('1', '{"access_token":"t"}');
    expect(exchanges()).toMatchObject([
      {
        url: token,
        status: 200,
        channels: ['web_request', 'response_filter'],
        responseBody: { text: '{"access_token":"t"}', mediaType: 'application/json' },
        known: { responseBody: true },
      },
    ]);
  },
);

test('two equal requests at one moment keep their own answers', async () => {
  const { requests, answer, exchanges } = await recording();
  requests.started(ask());
  requests.started(ask({ requestId: '2' }));
  answer('2', '{"n":2}');
  answer('1', '{"n":1}');
  requests.completed(end('2', 1020));
  requests.completed(end('1', 1030));
  expect(exchanges().map(({ responseBody }) => responseBody?.text)).toEqual(['{"n":1}', '{"n":2}']);
});

test('of a redirected request the last answer is read, and of one that broke off none', async () => {
  const { requests, read, answer, exchanges } = await recording();
  requests.started(ask({ method: 'GET', url: 'https://op.test/.well-known/openid-configuration' }));
  requests.redirected({
    ...end('1', 1010, 302),
    redirectUrl: 'https://op.test/b/.well-known/openid-configuration',
  });
  requests.started(
    ask({ method: 'GET', url: 'https://op.test/b/.well-known/openid-configuration', timeStamp: 1015 }),
  );
  answer('1', '{"issuer":"https://op.test/b"}');
  requests.completed(end('1', 1020));
  requests.started(ask({ requestId: '2', timeStamp: 1030 }));
  answer('2', '{"access_to');
  requests.failed({ requestId: '2', timeStamp: 1040, error: 'NS_ERROR_NET_PARTIAL_TRANSFER' });
  expect(read).toEqual(['1', '1', '2']);
  expect(exchanges().map(({ responseBody }) => responseBody?.text)).toEqual([
    undefined,
    '{"issuer":"https://op.test/b"}',
    undefined,
  ]);
});

test('pages, preflights and what is no login are left alone', async () => {
  const { requests, read } = await recording();
  requests.started(ask({ requestId: '1', type: 'main_frame' }));
  requests.started(ask({ requestId: '2', method: 'OPTIONS' }));
  requests.started(ask({ requestId: '3', url: 'https://shop.test/basket', requestBody: null }));
  expect(read).toEqual([]);
});

test('an answer to a request that woke the worker is read from its start, and heard of when the log is there', async () => {
  let restored: (listeners: CaptureListeners) => void = () => {};
  const heard: unknown[] = [];
  const read: string[] = [];
  const gate = gated(new Promise((go) => (restored = go)));
  const filter: ResponseFilter = { write: () => {}, close: () => {}, disconnect: () => {} };
  const requests = withBodies(gate.listeners, (id) => {
    read.push(id);
    return filter;
  });
  requests.started(ask());
  expect(read).toEqual(['1']);
  filter.ondata?.({ data: new TextEncoder().encode('{"n":1}').slice().buffer });
  requests.completed(end('1', 1020));
  restored({
    started: (details, relevance) => heard.push(['started', relevance, details.url]),
    headersSent: () => heard.push('sent'),
    answerReceived: () => heard.push('answered'),
    redirected: () => heard.push('redirected'),
    completed: () => heard.push('completed'),
    failed: () => heard.push('failed'),
    bodyRead: ({ responseBody }) => heard.push(responseBody),
  });
  await expect.poll(() => heard).toEqual([['started', 'related', token], 'completed', '{"n":1}']);
});
