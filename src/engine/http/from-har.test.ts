import { expect, test } from 'vitest';
import type { Exchange } from './exchange.ts';
import { fromHar } from './from-har.ts';
import { isProblem } from './problem.ts';

function har(creator: string, ...entries: readonly unknown[]): string {
  return JSON.stringify({
    log: { version: '1.2', creator: { name: creator, version: '1' }, pages: [], entries },
  });
}

function read(text: string): readonly Exchange[] {
  const exchanges = fromHar(text, 'a.har');
  if (isProblem(exchanges)) throw new Error(`${exchanges.place}: ${exchanges.reason}`);
  return exchanges;
}

function entry(request: object, response: object, more: object = {}): unknown {
  return {
    startedDateTime: '2027-01-15T08:00:00.250Z',
    time: 40,
    request: { method: 'POST', url: 'https://op.test/token', headers: [], ...request },
    response: { status: 400, headers: [], content: {}, ...response },
    timings: { blocked: 1, dns: -1, connect: 2, send: 3, wait: 20, receive: 14 },
    ...more,
  };
}

const form = 'grant_type=authorization_code&code=k%2F1';
const formType = 'application/x-www-form-urlencoded';
const answer = '{"error":"invalid_grant"}';
const base64 = btoa(answer);

test('an entry becomes an exchange with times, bodies and what is known', () => {
  const text = har(
    'Firefox',
    entry(
      {
        headers: [{ name: 'Origin', value: 'https://app.test' }],
        postData: { mimeType: formType, text: form },
      },
      {
        headers: [{ name: 'A', value: 'b' }],
        content: { mimeType: 'application/json; charset=utf-8', text: answer },
      },
    ),
  );
  expect(read(text)).toEqual([
    {
      id: 'a.har#0',
      source: 'a.har',
      tab: undefined,
      frame: undefined,
      initiator: 'https://app.test',
      kind: 'fetch',
      method: 'POST',
      url: 'https://op.test/token',
      requestHeaders: [{ name: 'Origin', value: 'https://app.test' }],
      requestBody: { text: form, mediaType: formType, fidelity: 'exact', cutFrom: undefined },
      status: 400,
      responseHeaders: [{ name: 'A', value: 'b' }],
      responseBody: { text: answer, mediaType: 'application/json', fidelity: 'exact', cutFrom: undefined },
      redirectTarget: undefined,
      startedAt: 1_800_000_000_250,
      respondedAt: 1_800_000_000_276,
      endedAt: 1_800_000_000_290,
      networkError: undefined,
      channels: ['file'],
      known: {
        requestHeaders: true,
        requestBody: true,
        responseHeaders: true,
        responseBody: true,
        fragment: false,
      },
    },
  ]);
});

test.each([
  [
    'Chrome: text beside parameters',
    { mimeType: formType, text: form, params: [{ name: 'code', value: 'k%252F1' }] },
    form,
    'exact',
  ],
  [
    'Charles: parameters only, decoded',
    { mimeType: formType, params: [{ name: 'code', value: 'k/1 +' }] },
    'code=k%2F1+%2B',
    'rebuilt',
  ],
  [
    'Firefox: parameters and an empty text',
    { mimeType: formType, text: '', params: [{ name: 'code', value: 'k' }] },
    'code=k',
    'rebuilt',
  ],
  ['mitmproxy: text and no parameters', { mimeType: formType, text: form, params: [] }, form, 'exact'],
  ['Insomnia: base64', { mimeType: formType, text: btoa(form), encoding: 'base64' }, form, 'exact'],
  ['no body', { mimeType: '', text: '' }, '', 'exact'],
])('the request body of %s', (_, postData, text, fidelity) => {
  expect(read(har('x', entry({ postData }, {})))[0]?.requestBody).toMatchObject({ text, fidelity });
});

test.each([
  ['plain text', { mimeType: 'application/json', text: answer }, answer, true],
  ['base64', { mimeType: 'application/json', text: base64, encoding: 'base64', size: 25 }, answer, true],
  [
    'base64 that is none',
    { mimeType: 'application/json', text: '%%%', encoding: 'base64', size: 25 },
    '',
    false,
  ],
  ['an image', { mimeType: 'image/png', text: 'iVBORw0KGgo=', encoding: 'base64', size: 8 }, '', false],
  ['nothing recorded', { mimeType: 'application/json', size: 25 }, undefined, false],
])('the answer body as %s', (_, content, text, known) => {
  const [exchange] = read(har('x', entry({}, { content })));
  expect(exchange?.responseBody?.text).toBe(text);
  expect(exchange?.known.responseBody).toBe(known);
});

test('a request body that cannot be decoded is not taken for known', () => {
  const postData = { mimeType: formType, text: '%%%', encoding: 'base64' };
  expect(read(har('Firefox', entry({ postData }, {})))[0]?.known.requestBody).toBe(false);
});

test.each([
  ['Charles before 4.6', '2027-01-15T09:00:00.250+0100'],
  ['Fiddler', '2027-01-15T10:00:00.2500000+02:00'],
  ['mitmproxy', '2027-01-15T08:00:00.250000+00:00'],
  ['a script without a zone', '2027-01-15T08:00:00.250'],
])('times as %s writes them', (_, startedDateTime) => {
  expect(read(har('x', entry({}, {}, { startedDateTime })))[0]?.startedAt).toBe(1_800_000_000_250);
});

test.each([
  ['Chrome', { status: 0, _error: 'net::ERR_CONNECTION_REFUSED' }, 'net::ERR_CONNECTION_REFUSED'],
  ['Playwright', { status: -1, _failureText: 'net::ERR_FAILED' }, 'net::ERR_FAILED'],
  ['Firefox', { status: 0 }, 'The recording has no answer'],
])('a request without an answer in %s', (creator, response, networkError) => {
  const [exchange] = read(har(creator, entry({}, response)));
  expect(exchange).toMatchObject({ status: undefined, respondedAt: undefined, networkError });
  expect(exchange?.known.requestHeaders).toBe(false);
});

test.each([
  ['https://app.test/cb?code=k#frag', 'https://app.test/cb?code=k#frag'],
  ['/cb?code=k', 'https://op.test/cb?code=k'],
  ['com.app:/cb?code=k', 'com.app:/cb?code=k'],
])('the redirect target of Location %s', (value, redirectTarget) => {
  const response = { status: 302, headers: [{ name: 'location', value }] };
  expect(read(har('x', entry({}, response)))[0]?.redirectTarget).toBe(redirectTarget);
});

test('the redirect target stands in redirectURL when Location was not recorded', () => {
  expect(read(har('x', entry({}, { status: 302, redirectURL: '/cb' })))[0]?.redirectTarget).toBe(
    'https://op.test/cb',
  );
});

test.each([
  ['WebInspector', [], false],
  ['WebInspector', [{ name: 'Cookie', value: 'a=b' }], true],
  ['Charles Proxy', [], true],
  ['Fiddler', [], true],
  ['mitmproxy', [], true],
])('headers of %s with %j are complete: %s', (creator, headers, complete) => {
  expect(read(har(creator, entry({ headers }, {})))[0]?.known.requestHeaders).toBe(complete);
});

test('what is not HTTP is left out, and ids keep the place in the file', () => {
  const entries = [
    entry({ url: 'data:text/plain,x' }, {}),
    entry({ method: 'CONNECT', url: 'https://op.test:443' }, {}),
    entry({ url: 'wss://op.test/' }, {}),
    entry({}, {}),
  ];
  expect(read(har('x', ...entries)).map(({ id }) => id)).toEqual(['a.har#3']);
});

test('a byte order mark is no fault', () => {
  expect(read(`\ufeff${har('Fiddler', entry({}, {}))}`)).toHaveLength(1);
});

const whole = har('x', entry({}, {}), entry({}, {}));

test.each([
  ['', 'line 1, column 1', 'The file is empty.'],
  ['{"log":', 'line 1, column 8', 'The file is cut off before the first entry; export it again.'],
  [
    whole.slice(0, -20),
    `line 1, column ${whole.length - 19}`,
    'The file is cut off inside or after entry 2; export it again.',
  ],
  ['{"log":\n{x}}', 'line 2, column 2', 'The file is not valid JSON.'],
  ['[]', 'top level', 'A HAR file is a JSON object with a "log" member.'],
  ['{}', 'log', 'A HAR file has a "log" object; this one has none.'],
  ['{"log":{}}', 'log.entries', 'A HAR log has an "entries" array; this one has none.'],
  [
    `{"log":{"entries":[0${',0'.repeat(200_000)}]}}`,
    'log.entries',
    'The log has 200001 entries; 200000 are allowed.',
  ],
  [har('x', null), 'log.entries[0]', 'An entry is a JSON object; this one is not.'],
  [har('x', {}), 'log.entries[0].request', 'An entry has a "request" object; this one has none.'],
  [
    har('x', entry({ url: 1 }, {})),
    'log.entries[0].request.url',
    'A request has a "url" string; this one has none.',
  ],
  [
    har('x', entry({ method: null }, {})),
    'log.entries[0].request.method',
    'A request has a "method" string; this one has none.',
  ],
  [
    har('x', entry({}, {}, { startedDateTime: 'noon' })),
    'log.entries[0].startedDateTime',
    'The time of an entry is no ISO 8601 date.',
  ],
])('an unreadable file is a problem with its place: %#', (text, place, reason) => {
  expect(fromHar(text, 'a.har')).toEqual({ problem: true, file: 'a.har', place, reason });
});

test('members of a wrong type count as absent', () => {
  const odd = entry(
    { headers: [null, { name: 1 }, { name: 'A', value: 'b' }], postData: [], cookies: 7 },
    { status: '200', headers: {}, content: 'x', redirectURL: 5 },
    { time: 'long', timings: [], pageref: {} },
  );
  expect(read(har('Playwright', odd))[0]).toMatchObject({
    requestHeaders: [{ name: 'A', value: 'b' }],
    requestBody: undefined,
    status: undefined,
    responseHeaders: [],
    responseBody: undefined,
    endedAt: undefined,
    tab: undefined,
  });
});
