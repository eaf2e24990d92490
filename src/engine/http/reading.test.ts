import { describe, expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import type { Body } from './exchange.ts';
import { parameterValue } from './parameters.ts';
import { formOf, jsonOf, readingOf, textOf } from './reading.ts';

const body = (text: string, mediaType: string): Body => ({
  text,
  mediaType,
  fidelity: 'exact',
  cutFrom: undefined,
});

describe('a form body', () => {
  const form = 'application/x-www-form-urlencoded';
  const parts = 'multipart/form-data';
  test.each([
    ['is read as one', 'a=1&b=2', form, 2],
    ['is read without a media type', 'grant_type=authorization_code&code=k', '', 2],
    ['is read when it claims to be JSON', 'grant_type=refresh_token&refresh_token=r', 'application/json', 2],
    ['is not JSON, whatever it claims', '{"grant_type":"authorization_code"}', form, 0],
    ['is not a page', '<p>a=1</p>', '', 0],
    ['is not a sentence', 'a = 1 & b = 2', 'text/plain', 0],
    ['is not a picture', 'a=1', 'image/png', 0],
    ['may be empty', '', form, 0],
    // Each name would be looked for to the end of the line, were parts not told first: hours for this.
    ['is not a line of names', '; name="'.repeat(500_000), parts, 0],
    ['is not a part without an end', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', parts, 0],
  ])('%s', (_, text, mediaType, count) => {
    expect(formOf(body(text, mediaType))).toHaveLength(count);
  });
});

test.each(['\r\n', '\n'])('a multipart body gives its fields, and no file', (end) => {
  const part = (name: string, value: string): readonly string[] => [
    '--b',
    `Content-Disposition: form-data; name="${name}"`,
    'Content-Type: text/plain',
    '',
    value,
  ];
  const lines = [
    ...part('code', 'a+b%20c'),
    ...part('picture', 'one\ntwo'),
    ...part('empty', ''),
    '--b--',
    '',
  ];
  const fields = formOf(body(lines.join(end), 'multipart/form-data'));
  expect(fields.map(({ name, value }) => [name, value])).toEqual([
    ['code', 'a+b%20c'],
    ['empty', ''],
  ]);
});

test.each([
  ['#code=k&state=s', 'k'],
  ['#/callback?code=k', 'k'],
  ['#!/callback?code=k', 'k'],
  ['#/code=k', 'k'],
  ['#code=a?b', 'a?b'],
  ['#/plain/route', undefined],
  ['', undefined],
])('the fragment "%s" carries the code %s', (fragment, code) => {
  const [exchange] = fromTraceText(`GET https://app.test/${fragment} -> 200`);
  expect(exchange && parameterValue(readingOf(exchange).fragment(), 'code')).toBe(code);
});

test('each part is parsed once', () => {
  const [exchange] = fromTraceText('GET https://op.test/a?x=1 -> 302 https://app.test/cb?code=k#y=2');
  const reading = exchange && readingOf(exchange);
  expect(reading?.query()).toBe(reading?.query());
  expect(parameterValue(reading?.redirectQuery() ?? [], 'code')).toBe('k');
  expect(parameterValue(reading?.redirectFragment() ?? [], 'y')).toBe('2');
});

test('JSON is found whatever its media type, and only objects count', () => {
  expect(jsonOf(body('\uFEFF {"a":1}', 'text/html'))).toEqual({ a: 1 });
  expect(jsonOf(body('[1]', 'application/json'))).toBeUndefined();
  expect(jsonOf(body('{"a":', 'application/json'))).toBeUndefined();
});

test('a page gives its visible text, data gives none', () => {
  expect(textOf(body('<!doctype html><p>Sorry</p>', ''))).toBe('Sorry');
  expect(textOf(body('plain words', 'text/plain'))).toBe('plain words');
  expect(textOf(body('\u0000PNG', 'image/png'))).toBe('');
});
