import { expect, test } from 'vitest';
import { answer, fold, headers, observed, post, redirect, started } from '../../testing/capture-events.ts';
import type { CaptureEvent } from './capture-event.ts';

const token = 'https://op.test/token';
const sent = (exchanges: ReturnType<typeof fold>): readonly unknown[] =>
  exchanges.map(({ method, url, status, channels }) => [method, url, status, channels]);

/** Every order of the three. */
function orders<Item>([a, b, c]: readonly [Item, Item, Item]): readonly (readonly Item[])[] {
  return [
    [a, b, c],
    [a, c, b],
    [b, a, c],
    [b, c, a],
    [c, a, b],
    [c, b, a],
  ];
}

test('whichever channel ends first, a request is one exchange with the answer and all its channels', () => {
  const ends: readonly [CaptureEvent, CaptureEvent, CaptureEvent] = [
    answer('1', 200),
    observed('same'),
    observed('same', { channel: 'page_hook' }),
  ];
  for (const order of orders(ends)) {
    const [exchange, ...others] = fold([post('1', 'k'), headers('1'), ...order]);
    expect(others).toEqual([]);
    expect(exchange?.channels.toSorted()).toEqual(['devtools_network', 'page_hook', 'web_request']);
    expect([exchange?.status, exchange?.responseBody?.text]).toEqual([200, '{"access_token":"same"}']);
  }
});

test('a call that the service worker of the page makes has no tab, and is one with what the page’s channels tell', () => {
  const byServiceWorker = started('1', token, {
    ...{ method: 'POST', type: 'xmlhttprequest', timeStamp: 1000, tabId: -1, frameId: -1 },
    requestBody: { formData: { grant_type: ['authorization_code'], code: ['k'] } },
  });
  const told = { tab: 7, requestBody: 'grant_type=authorization_code&code=k' };
  const exchanges = fold([
    byServiceWorker,
    headers('1'),
    answer('1', 200),
    observed('a', told),
    observed('a', { ...told, channel: 'page_hook' }),
  ]);
  expect(sent(exchanges)).toEqual([['POST', token, 200, ['web_request', 'devtools_network', 'page_hook']]]);
});

test('an answer from the cache is one exchange of its own, without headers that were never sent', () => {
  const discovery = 'https://op.test/.well-known/openid-configuration';
  const get = (requestId: string): CaptureEvent =>
    started(requestId, discovery, { type: 'xmlhttprequest', timeStamp: 1000 });
  const exchanges = fold([get('1'), headers('1'), answer('1', 200), get('2'), answer('2', 200)]);
  expect(sent(exchanges)).toEqual([
    ['GET', discovery, 200, ['web_request']],
    ['GET', discovery, 200, ['web_request']],
  ]);
  expect(exchanges.map(({ known }) => known.requestHeaders)).toEqual([true, false]);
});

test.each([
  ['that is sent again on a new connection', [headers('1'), headers('1')]],
  ['that asks again after a challenge', [headers('1'), answer('1', 401, 'answer_received'), headers('1')]],
] as const)('a request %s is one exchange with the last answer', (_, between) => {
  const exchanges = fold([post('1', 'k'), ...between, answer('1', 200)]);
  expect(sent(exchanges)).toEqual([['POST', token, 200, ['web_request']]]);
});

test('a request that the browser answers itself, under an id of its own making, is one exchange', () => {
  const ids = ['fakeRequest-1', 'fakeRequest-2'];
  const exchanges = fold(
    ids.flatMap((id) => [post(id, 'k'), answer(id, 200, 'answer_received'), answer(id, 200)]),
  );
  expect(sent(exchanges)).toEqual(ids.map(() => ['POST', token, 200, ['web_request']]));
});

test.each([302, 303])(
  'a form that is answered by %s goes on as GET, and each hop is one exchange',
  (status) => {
    const callback = 'https://app.test/cb?code=k';
    const exchanges = fold([
      started('1', 'https://op.test/login', { method: 'POST' }),
      answer('1', status, 'answer_received'),
      redirect('1', status, callback),
      started('1', callback),
      answer('1', 200),
    ]);
    expect(sent(exchanges)).toEqual([
      ['POST', 'https://op.test/login', status, ['web_request']],
      ['GET', callback, 200, ['web_request']],
    ]);
  },
);
