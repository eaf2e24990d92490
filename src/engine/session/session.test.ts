import { expect, test } from 'vitest';
import {
  answer,
  failed,
  fold,
  headers,
  logOf,
  post,
  redirect,
  started,
} from '../../testing/capture-events.ts';
import { loginEvents } from '../../testing/login-events.ts';
import type { Exchange } from '../http/exchange.ts';
import type { CaptureEvent } from './capture-event.ts';
import { fromText } from './record.ts';

test('a real login, restarted after every event, leaves the log it leaves without a restart', () => {
  expect(loginEvents.length).toBeGreaterThan(60);
  const straight = fold(loginEvents);
  const log = logOf();
  for (const event of loginEvents) {
    log.apply(event);
    log.restart();
  }
  expect(log.session().exchanges()).toEqual(straight);
  expect(straight.map(({ method, status }) => `${method} ${status}`)).toEqual([
    'GET 200',
    'GET 200',
    'GET 303',
    'GET 200',
    'POST 303',
    'GET 303',
    'GET 200',
    'POST 303',
    'GET 303',
    'GET 200',
    'GET 200',
    'POST 200',
    'GET 200',
    'OPTIONS 204',
    'GET 200',
  ]);
  const call = straight.find(({ url }) => url.endsWith('/token'));
  expect(call?.channels).toEqual(['web_request', 'devtools_network']);
  expect(call?.known).toEqual({
    ...{ requestHeaders: true, requestBody: true, responseHeaders: true, responseBody: true, fragment: true },
  });
  expect(call?.requestBody?.fidelity).toBe('exact');
  expect(call?.responseBody?.text).toContain('access_token');
});

test('each hop of a redirect chain is an exchange, and a second run of ids does not touch the first', () => {
  const chain = [
    started('1', 'https://op.test/authorize'),
    headers('1'),
    answer('1', 302, 'answer_received'),
    redirect('1', 302, 'https://app.test/cb?code=k'),
    started('1', 'https://app.test/cb?code=k'),
    answer('1', 200),
  ];
  expect(fold(chain).map(({ id, url, redirectTarget }) => [id, url, redirectTarget])).toEqual([
    ['r.1.0', 'https://op.test/authorize', 'https://app.test/cb?code=k'],
    ['r.1.1', 'https://app.test/cb?code=k', undefined],
  ]);
});

test('an upgrade to HTTPS by the browser is one request, not two', () => {
  const upgraded = fold([
    post('1', 'k'),
    redirect('1', 307, 'https://op.test/token?', 'HSTS'),
    started('1', 'https://op.test/token?', { method: 'POST', type: 'xmlhttprequest' }),
    answer('1', 200),
  ]);
  expect(upgraded.map(({ id, url, status }) => [id, url, status])).toEqual([
    ['r.1.0', 'https://op.test/token?', 200],
  ]);
  expect(upgraded[0]?.requestBody?.text).toContain('code=k');
});

test.each(['answer_received', 'completed'] as const)(
  'what is %s for a hop that nobody saw begin is not the answer of the hop before',
  (type) => {
    const late = answer('1', 200, type);
    const [exchange] = fold([
      started('1', 'https://op.test/authorize?client_id=c#top'),
      { ...late, details: { ...late.details, url: 'https://op.test/login' } },
    ]);
    expect(exchange).toMatchObject({ status: undefined, endedAt: undefined });
    const [own] = fold([
      started('1', 'https://op.test/authorize?client_id=c#top'),
      { ...late, details: { ...late.details, url: 'https://op.test/authorize?client_id=c' } },
    ]);
    expect(own).toMatchObject({ status: 200 });
  },
);

test('a body that a filter read before the head of its answer was told of is kept, whenever the background restarts', () => {
  const url = 'https://op.test/token';
  const read: CaptureEvent = {
    type: 'observed',
    answer: {
      ...{ id: 'f1', channel: 'response_filter', request: '1', tab: 1, method: 'POST', url, startedAt: 1000 },
      ...{ status: undefined, requestBody: undefined, requestMediaType: '', responseMediaType: '' },
      responseBody: '{"error":"invalid_grant"}',
    },
  };
  const told = [
    started('1', url, { method: 'POST', type: 'xmlhttprequest', timeStamp: 1000 }),
    headers('1'),
    answer('1', 400, 'answer_received'),
    answer('1', 400),
  ];
  // `onstop` of the filter often runs before `onHeadersReceived`: docs/firefox.md.
  for (let place = 1; place <= told.length; place += 1)
    for (let restarted = 0; restarted < 2 ** (told.length + 1); restarted += 1) {
      const events = told.toSpliced(place, 0, read);
      const log = logOf();
      for (const [at, event] of events.entries()) {
        log.apply(event);
        if ((restarted & (1 << at)) !== 0) log.restart();
      }
      expect(log.session().exchanges()).toMatchObject([
        {
          status: 400,
          channels: ['web_request', 'response_filter'],
          responseBody: { text: '{"error":"invalid_grant"}' },
          known: { responseBody: true, responseHeaders: true },
        },
      ]);
    }
});

test('a 307 repeats the body, a 303 does not', () => {
  const again = (statusCode: number, method: string): readonly Exchange[] =>
    fold([
      post('1', 'k'),
      answer('1', statusCode, 'answer_received'),
      redirect('1', statusCode, 'https://op.test/t2'),
      started('1', 'https://op.test/t2', { method, type: 'xmlhttprequest' }),
    ]);
  expect(again(307, 'POST')[1]?.requestBody?.text).toContain('code=k');
  expect(again(303, 'GET')[1]?.requestBody).toBeUndefined();
});

test.each([
  ['headers after the answer', [answer('1', 200, 'answer_received'), headers('1'), answer('1', 200)]],
  ['no answer event but the end', [headers('1'), answer('1', 200)]],
  ['an error as the end of an answer', [headers('1'), answer('1', 200, 'answer_received'), failed('1')]],
] as const)('%s: one exchange with both', (_, events) => {
  const [exchange, ...others] = fold([post('1', 'k'), ...events]);
  expect(others).toEqual([]);
  expect([exchange?.status, exchange?.requestHeaders.length]).toEqual([200, 1]);
});

test('an error may be the only end, and what comes after an end is not taken for another request', () => {
  const exchanges = fold([post('1', 'k'), failed('1'), answer('1', 200), headers('1')]);
  expect(exchanges.map(({ status, networkError }) => [status, networkError])).toEqual([
    [undefined, 'net::ERR_ABORTED'],
  ]);
});

test('a record is read back from text, and nothing else is', () => {
  expect(fromText('{')).toBeUndefined();
  expect(fromText('{"number":1,"exchange":{}}')).toBeUndefined();
});
