import { clockTime } from './clock-time.ts';
import { expect, test } from 'vitest';
import type { Exchange } from './exchange.ts';
import { fromRawHttp } from './from-raw-http.ts';
import { isProblem } from './problem.ts';

function read(text: string): readonly Exchange[] {
  const exchanges = fromRawHttp(text, 'a.txt');
  if (isProblem(exchanges)) throw new Error(`${exchanges.place}: ${exchanges.reason}`);
  return exchanges;
}

const tokenCall = `POST /token HTTP/1.1
Host: op.test
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&code=k

HTTP/1.1 400 Bad Request
Date: Fri, 15 Jan 2027 08:00:00 GMT
Content-Type: application/json; charset=utf-8

{"error":"invalid_grant"}
`;

test('a request and its answer are one exchange', () => {
  expect(read(tokenCall)).toEqual([
    {
      id: 'a.txt#0',
      source: 'a.txt',
      tab: undefined,
      frame: undefined,
      initiator: undefined,
      kind: 'other',
      method: 'POST',
      url: 'https://op.test/token',
      requestHeaders: [
        { name: 'Host', value: 'op.test' },
        { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
      ],
      requestBody: {
        text: 'grant_type=authorization_code&code=k',
        mediaType: 'application/x-www-form-urlencoded',
        fidelity: 'exact',
        cutFrom: undefined,
      },
      status: 400,
      responseHeaders: [
        { name: 'Date', value: 'Fri, 15 Jan 2027 08:00:00 GMT' },
        { name: 'Content-Type', value: 'application/json; charset=utf-8' },
      ],
      responseBody: {
        text: '{"error":"invalid_grant"}',
        mediaType: 'application/json',
        fidelity: 'exact',
        cutFrom: undefined,
      },
      redirectTarget: undefined,
      startedAt: 1_800_000_000_000,
      respondedAt: 1_800_000_000_000,
      endedAt: undefined,
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

test('several messages follow one another, in order of time also without dates', () => {
  const exchanges = read(
    `GET http://localhost:1/a HTTP/1.1\n\nHTTP/1.1 302 Found\nLocation: /b?code=k\n\n${tokenCall}`,
  );
  expect(exchanges.map(({ url, redirectTarget }) => [url, redirectTarget])).toEqual([
    ['http://localhost:1/a', 'http://localhost:1/b?code=k'],
    ['https://op.test/token', undefined],
  ]);
  const [first = 0, second = 0] = exchanges.map(({ startedAt }) => startedAt);
  expect(first).toBeLessThan(second);
});

test('messages have times as soon as one has, and else places in their order that are no times', () => {
  const get = (path: string, date: string): string =>
    `GET https://op.test/${path} HTTP/1.1\n\nHTTP/1.1 200 OK\n${date}\n\n`;
  const dated = 'Date: Sat, 28 Nov 2026 10:00:00 GMT\n';
  const noon = Date.UTC(2026, 10, 28, 10);
  const times = (text: string): readonly number[] => read(text).map(({ startedAt }) => startedAt);
  expect(times(get('a', '') + get('b', dated) + get('c', '') + get('d', dated))).toEqual([
    noon - 1,
    noon,
    noon + 1,
    noon + 2,
  ]);
  expect(times(get('a', '') + get('b', '')).map((instant) => clockTime(instant))).toEqual([NaN, NaN]);
});

test.each([
  ['carriage returns', tokenCall.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\ufeff${tokenCall}`],
  [
    'the marks of curl -v',
    tokenCall.replaceAll(/^((?:POST|Host|Content).*)$/gm, '> $1').replaceAll(/^(HTTP.*)$/gm, '< $1'),
  ],
  ['an interim answer', tokenCall.replace('HTTP/1.1 400', 'HTTP/1.1 100 Continue\n\nHTTP/1.1 400')],
  ['a length', tokenCall.replace('Date:', 'Content-Length: 25\nDate:')],
])('the answer is read with %s', (_, text) => {
  expect(read(text)[0]).toMatchObject({ status: 400, responseBody: { text: '{"error":"invalid_grant"}' } });
});

test('a chunked body is joined', () => {
  const [exchange] = read(
    'GET / HTTP/1.1\r\nHost: localhost:8080\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\n3\r\n:1}\r\n0\r\n\r\n',
  );
  expect(exchange).toMatchObject({ url: 'http://localhost:8080/', responseBody: { text: '{"a":1}' } });
});

test('a request without an answer is an exchange without one', () => {
  expect(read('GET https://op.test/ HTTP/1.1\n')[0]).toMatchObject({
    status: undefined,
    responseBody: undefined,
  });
});

test.each([
  ['hello', 'line 1'],
  ['HTTP/1.1 200 OK\n\n', 'line 1'],
  ['GET /path HTTP/1.1\n\n', 'line 1'],
])('%j is refused with the place', (text, place) => {
  expect(fromRawHttp(text, 'a.txt')).toMatchObject({ problem: true, file: 'a.txt', place });
});
