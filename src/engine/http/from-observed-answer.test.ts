import { expect, test } from 'vitest';
import { bodyCap } from './browser-body.ts';
import { fromObservedAnswer } from './from-observed-answer.ts';
import type { ObservedAnswer } from './observed-answer.ts';

const token: ObservedAnswer = {
  id: 'a',
  channel: 'devtools_network',
  tab: 1,
  method: 'POST',
  url: 'https://op.test/token',
  startedAt: 1000,
  status: 200,
  requestBody: 'code=k',
  requestMediaType: 'application/x-www-form-urlencoded',
  responseBody: '{"a":1}',
  responseMediaType: 'application/json',
};

test('a body of exactly the cap is known; of a longer one the beginning is kept and its size, and it is not known', () => {
  const whole = 'x'.repeat(bodyCap);
  for (const part of ['requestBody', 'responseBody'] as const) {
    const kept = fromObservedAnswer('x', { ...token, [part]: whole });
    expect([kept.known[part], kept[part]?.text === whole, kept[part]?.cutFrom]).toEqual([
      true,
      true,
      undefined,
    ]);
    const cut = fromObservedAnswer('x', { ...token, [part]: `${whole}y` });
    expect([cut.known[part], cut[part]?.text === whole, cut[part]?.cutFrom]).toEqual([
      false,
      true,
      bodyCap + 1,
    ]);
  }
});

test('a page that is not long is kept as it is', () => {
  const page = '<title>Fail</title><p>error: access_denied';
  const { known, responseBody } = fromObservedAnswer('x', {
    ...token,
    responseMediaType: 'text/html',
    responseBody: page,
  });
  expect([known.responseBody, responseBody?.text, responseBody?.fidelity]).toEqual([true, page, 'exact']);
});

test('a body that is empty is known to be, one that was not told is not known', () => {
  const empty = fromObservedAnswer('x', { ...token, responseBody: '' });
  expect([empty.known.responseBody, empty.responseBody?.text]).toEqual([true, '']);
  const untold = fromObservedAnswer('x', { ...token, requestBody: undefined, responseBody: undefined });
  expect([untold.known, untold.requestBody, untold.responseBody]).toEqual([
    expect.objectContaining({
      requestBody: false,
      responseBody: false,
      requestHeaders: false,
      fragment: false,
    }),
    undefined,
    undefined,
  ]);
  expect(fromObservedAnswer('x', { ...token, method: 'GET', requestBody: undefined }).known.requestBody).toBe(
    true,
  );
});
