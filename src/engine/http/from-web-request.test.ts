import { expect, test } from 'vitest';
import { bodyCap } from './browser-body.ts';
import type { Body, Exchange } from './exchange.ts';
import {
  fromRequestStarted,
  withAnswer,
  withCompletion,
  withFailure,
  withHeadersSent,
  withRedirect,
} from './from-web-request.ts';
import type { BrowserBody, RequestStarted } from './web-request-event.ts';

const token: RequestStarted = {
  requestId: '7',
  timeStamp: 1000.5,
  url: 'https://op.test/token',
  method: 'POST',
  type: 'xmlhttprequest',
  tabId: 3,
  frameId: 0,
  initiator: 'https://app.test',
  requestBody: { formData: { grant_type: ['authorization_code'], redirect_uri: ['https://app.test/c b'] } },
};

const event = { requestId: '7', timeStamp: 1100 };

const pieces = (...texts: readonly (string | Uint8Array<ArrayBuffer>)[]): BrowserBody => ({
  raw: texts.map((text) => ({
    bytes: typeof text === 'string' ? new TextEncoder().encode(text).buffer : text.slice().buffer,
  })),
});

const bodyOf = (requestBody: BrowserBody | undefined): Body | undefined =>
  fromRequestStarted('x', { ...token, requestBody }).requestBody;

const start = (changes: Partial<RequestStarted> = {}): Exchange =>
  fromRequestStarted('x', { ...token, ...changes });

test('a started request is an exchange without an answer, of which only the request is known', () => {
  expect(start()).toEqual({
    id: 'x',
    source: 'live',
    tab: 3,
    frame: 0,
    initiator: 'https://app.test',
    kind: 'fetch',
    method: 'POST',
    url: 'https://op.test/token',
    requestHeaders: [],
    requestBody: {
      text: 'grant_type=authorization_code&redirect_uri=https%3A%2F%2Fapp.test%2Fc+b',
      mediaType: 'application/x-www-form-urlencoded',
      fidelity: 'rebuilt',
      cutFrom: undefined,
    },
    status: undefined,
    responseHeaders: [],
    responseBody: undefined,
    redirectTarget: undefined,
    startedAt: 1000.5,
    respondedAt: undefined,
    endedAt: undefined,
    networkError: undefined,
    channels: ['web_request'],
    known: {
      requestHeaders: false,
      requestBody: true,
      responseHeaders: false,
      responseBody: false,
      fragment: true,
    },
  });
});

test.each([
  ['a character cut between two pieces', pieces(new Uint8Array([0x7b, 0xc3]), new Uint8Array([0xa9])), '{é'],
  ['nothing sent', pieces(''), ''],
])('bytes are read as UTF-8: %s', (_, body, text) => {
  expect(bodyOf(body)).toEqual({ text, mediaType: '', fidelity: 'exact', cutFrom: undefined });
});

test('bytes over the cap are cut, what is no text is kept by size only, a file is not read', () => {
  expect(bodyOf(pieces('a'.repeat(bodyCap), 'bc'))).toMatchObject({ cutFrom: bodyCap + 2 });
  expect(bodyOf(pieces('a'.repeat(bodyCap), 'bc'))?.text).toHaveLength(bodyCap);
  expect(bodyOf(pieces(new Uint8Array([0xff, 0xfe])))).toMatchObject({ text: '', cutFrom: 2 });
  expect(bodyOf({ raw: [{ file: '/etc/passwd' }] })).toBeUndefined();
  expect(start({ requestBody: { error: 'Unknown error.' } }).known.requestBody).toBe(false);
});

test('no body of a GET is an absent body, no body of a POST is one that was not captured', () => {
  expect(start({ method: 'GET', requestBody: undefined }).known.requestBody).toBe(true);
  expect(start({ requestBody: undefined }).known.requestBody).toBe(false);
});

test('headers and the media type of exact bytes come with the headers sent', () => {
  const requestHeaders = [
    { name: 'Content-Type', value: 'Application/JSON; charset=utf-8' },
    { name: 'Authorization', value: 'Basic Yzpz' },
    { name: 'X-Bytes', binaryValue: [1] },
  ];
  const sent = withHeadersSent(start({ requestBody: pieces('{}') }), { ...event, requestHeaders });
  expect(sent.requestBody?.mediaType).toBe('application/json');
  expect(sent.requestHeaders.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Content-Type: Application/JSON; charset=utf-8',
    'Authorization: Basic Yzpz',
    'X-Bytes: ',
  ]);
  expect(sent.known.requestHeaders).toBe(true);
  expect(withHeadersSent(start(), event).known.requestHeaders).toBe(false);
});

test('Accept-Encoding, which goes with every request, tells whether the browser hid headers', () => {
  const known = (...names: readonly string[]): unknown =>
    withHeadersSent(start(), { ...event, requestHeaders: names.map((name) => ({ name, value: '' })) }).known;
  expect(known('Content-Type', 'accept-encoding')).not.toHaveProperty('browserHeaders');
  expect(known('Content-Type')).toMatchObject({ requestHeaders: true, browserHeaders: false });
});

test('an answer without headers leaves them unknown; 204 has no body, which is known', () => {
  const answered = withAnswer(start(), { ...event, statusCode: 204 });
  expect(answered).toMatchObject({ status: 204, respondedAt: 1100 });
  expect(answered.known).toMatchObject({ responseHeaders: false, responseBody: true });
});

test.each([
  ['https://APP.test:443/cb?code=k', 'https://app.test/cb?code=k', 'https://APP.test:443/cb?code=k'],
  ['/cb#code=k', 'https://op.test/cb#code=k', 'https://op.test/cb#code=k'],
  ['https://app.test/cb', 'https://app.test/cb#inherited', 'https://app.test/cb#inherited'],
  ['myapp://cb?code=k', 'myapp://cb?code=k', 'myapp://cb?code=k'],
  [undefined, 'https://app.test/', 'https://app.test/'],
])('Location %s, followed to %s, is %s', (location, redirectUrl, target) => {
  const responseHeaders = location === undefined ? [] : [{ name: 'location', value: location }];
  const hop = withRedirect(start(), { ...event, statusCode: 302, redirectUrl, responseHeaders });
  expect([hop.redirectTarget, hop.status, hop.endedAt]).toEqual([target, 302, 1100]);
});

test('an error is the only end of a request that got no answer, and no part of a redirect that was followed', () => {
  const failed = withFailure(start(), { ...event, error: 'net::ERR_CONNECTION_REFUSED' });
  expect([failed.status, failed.networkError, failed.endedAt]).toEqual([
    undefined,
    'net::ERR_CONNECTION_REFUSED',
    1100,
  ]);
  const hop = withRedirect(start(), { ...event, statusCode: 302, redirectUrl: 'myapp://cb' });
  expect(withFailure(hop, { ...event, error: 'net::ERR_UNKNOWN_URL_SCHEME' })).toBe(hop);
});

test.each([
  [400, 'net::ERR_ABORTED', undefined],
  [429, 'NS_BINDING_ABORTED', undefined],
  [200, 'net::ERR_ABORTED', 'net::ERR_ABORTED'],
  [undefined, 'net::ERR_ABORTED', 'net::ERR_ABORTED'],
  [400, 'net::ERR_CONNECTION_RESET', 'net::ERR_CONNECTION_RESET'],
  [400, 'net::ERR_FAILED', 'net::ERR_FAILED'],
] as const)(
  'only an answer that refused is one also to a page that went away: %s, %s',
  (statusCode, error, told) => {
    const begun = statusCode === undefined ? start() : withAnswer(start(), { ...event, statusCode });
    const { status, networkError, endedAt } = withFailure(begun, { ...event, error });
    expect([status, networkError, endedAt]).toEqual([statusCode, told, 1100]);
  },
);

test('a completed request keeps the time of its answer', () => {
  const answered = withAnswer(start(), { ...event, statusCode: 200, responseHeaders: [] });
  const done = withCompletion(answered, { requestId: '7', timeStamp: 1200, statusCode: 200 });
  expect([done.respondedAt, done.endedAt, done.known.responseHeaders]).toEqual([1100, 1200, true]);
});

test.each([
  [{ type: 'main_frame' }, 'navigation'],
  [{ type: 'sub_frame' }, 'frame'],
  [{ type: 'xmlhttprequest', method: 'OPTIONS' }, 'preflight'],
  [{ type: 'ping' }, 'other'],
] as const)('%o is a %s', (changes, kind) => {
  expect(start(changes).kind).toBe(kind);
});

test.each([
  [{ initiator: undefined, originUrl: 'https://app.test/page' }, 'https://app.test'],
  [{ initiator: 'null' }, undefined],
  [{ initiator: undefined }, undefined],
])('%o is the initiator %s', (changes, initiator) => {
  expect(start(changes).initiator).toBe(initiator);
});

test('a request of no tab, as a service worker makes, has none', () => {
  expect(start({ tabId: -1, frameId: -1 })).toMatchObject({ tab: undefined, frame: undefined });
});
