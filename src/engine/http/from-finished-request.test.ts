import { expect, test } from 'vitest';
import { fromFinishedRequest, mayHaveTellingBody, textOfContent } from './from-finished-request.ts';

const entry = {
  startedDateTime: '2026-11-24T14:31:09.845Z',
  request: {
    method: 'post',
    url: 'https://op.test/token',
    postData: { mimeType: 'application/x-www-form-urlencoded', text: 'grant_type=refresh_token' },
  },
  response: { status: 400, content: { mimeType: 'application/json; charset=utf-8' } },
};

const finished = {
  method: 'POST',
  url: 'https://op.test/token',
  startedAt: Date.UTC(2026, 10, 24, 14, 31, 9, 845),
  status: 400,
  requestBody: 'grant_type=refresh_token',
  requestMediaType: 'application/x-www-form-urlencoded',
  responseMediaType: 'application/json',
};

test('a finished request is read from its HAR entry', () => {
  expect(fromFinishedRequest(entry)).toEqual(finished);
  expect(fromFinishedRequest({ ...entry, response: { status: 0 } })).toMatchObject({ status: undefined });
});

test.each([undefined, {}, { request: {} }, { request: entry.request }])(
  '%o is no finished request',
  (value) => {
    expect(fromFinishedRequest(value)).toBeUndefined();
  },
);

test.each([
  ['a token answer', {}, true],
  ['a page', { url: 'https://app.test/', requestBody: undefined, responseMediaType: 'text/html' }, true],
  ['an opaque address with a telling body', { url: 'https://api.test/x' }, true],
  ['a redirect', { status: 302 }, false],
  ['unrelated JSON', { url: 'https://api.test/books', requestBody: undefined }, false],
] as const)('the body of %s is asked for: %s', (_, changes, expected) => {
  expect(mayHaveTellingBody({ ...finished, ...changes })).toBe(expected);
});

test.each([
  ['{}', false, '{}'],
  [btoa('{"a":1}'), true, '{"a":1}'],
  ['//79', true, undefined],
] as const)('content "%s", base64 %s, is the text %s', (text, isBase64, expected) => {
  expect(textOfContent(text, isBase64)).toBe(expected);
});
