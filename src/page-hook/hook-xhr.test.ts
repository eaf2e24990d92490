import { expect, test } from 'vitest';
import type { PageAnswer } from '../messaging/protocol.ts';
import { hookXhr } from './hook-xhr.ts';
import { createWrapper } from './wrap.ts';

interface Answer {
  readonly type?: string;
  readonly response: unknown;
  readonly responseURL?: string;
}

/** A page whose network gives `answer`; its class has what the hook needs of the browser's. */
function page({ type = 'application/json; charset=utf-8', response, responseURL = '' }: Answer): {
  readonly request: () => XMLHttpRequest;
  readonly reports: PageAnswer[];
} {
  class Native extends EventTarget {
    status = 0;
    responseType = '';
    response: unknown = '';
    responseURL = '';
    open(_method: string, _address: string | URL): void {}
    send(body?: unknown): void {
      if (body === 'given up') return;
      Object.assign(this, { status: 200, response, responseURL });
      this.dispatchEvent(new Event('load'));
    }
    getResponseHeader(name: string): string | null {
      return name === 'content-type' ? type : null;
    }
  }
  const reports: PageAnswer[] = [];
  const parts = {
    resolve: (url: string) => new URL(url, 'https://app.test/page').href,
    now: () => 5,
    report: (each: PageAnswer) => void reports.push(each),
    called: () => {},
  };
  const NativeXhr: unknown = Native;
  if (!isXhrClass(NativeXhr)) throw new Error('The class is none.');
  hookXhr(NativeXhr, parts, createWrapper({}));
  return { request: () => new NativeXhr(), reports };
}

function isXhrClass(value: unknown): value is typeof XMLHttpRequest {
  return typeof value === 'function';
}

test('the answer of a token call is copied', () => {
  const { request, reports } = page({ response: '{"a":1}' });
  const call = request();
  call.open('post', '/opaque');
  call.send('grant_type=authorization_code&code=k');
  expect(reports).toEqual([
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

test('an answer that the page reads as JSON is copied as the text of it', () => {
  const { request, reports } = page({ response: { a: 1 } });
  const call = request();
  call.open('GET', new URL('https://op.test/token'));
  call.responseType = 'json';
  call.send();
  expect(reports.map(({ url, responseBody }) => [url, responseBody])).toEqual([
    ['https://op.test/token', '{"a":1}'],
  ]);
});

test('a request that is used again is copied once for each call', () => {
  const { request, reports } = page({ response: '{}' });
  const call = request();
  for (const address of ['/token', '/picture', '/token?again']) {
    call.open('GET', address);
    call.send();
  }
  expect(reports.map(({ url }) => new URL(url).search)).toEqual(['', '?again']);
});

test('a request that is used again after a call that got no answer does not tell the next answer as its own', () => {
  const { request, reports } = page({ response: '{}', responseURL: 'https://app.test/picture' });
  const call = request();
  call.open('POST', '/token');
  call.send('given up');
  call.open('GET', '/picture');
  call.send();
  expect(reports).toEqual([]);
});

test.each<[string, Answer]>([
  ['a picture', { type: 'image/png', response: 'x' }],
  ['bytes', { response: new ArrayBuffer(2) }],
  ['JSON that is none', { response: null }],
  ['more than is kept', { response: 'x'.repeat(262_145) }],
])('%s is not copied', (name, answer) => {
  const { request, reports } = page(answer);
  const call = request();
  call.open('GET', '/token');
  call.responseType = name === 'JSON that is none' ? 'json' : '';
  call.send();
  expect(reports).toEqual([]);
});

test('an answer from another address may be that of another request', () => {
  const { request, reports } = page({ response: '{}', responseURL: 'https://op.test/v2/token' });
  const call = request();
  call.open('POST', 'https://op.test/token');
  call.send();
  expect(reports).toMatchObject([{ url: 'https://op.test/v2/token', redirected: true }]);
});
