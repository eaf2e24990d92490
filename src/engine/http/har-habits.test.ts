import { expect, test } from 'vitest';
import type { Exchange } from './exchange.ts';
import { fromHar } from './from-har.ts';
import { isProblem } from './problem.ts';

const formType = 'application/x-www-form-urlencoded';

function read(creator: string, ...requests: readonly object[]): readonly Exchange[] {
  const entries = requests.map((request) => ({
    startedDateTime: '2027-01-15T08:00:00.250Z',
    time: 40,
    request: { method: 'POST', url: 'https://op.test/token', headers: [], ...request },
    response: { status: 200, headers: [], content: {} },
  }));
  const exchanges = fromHar(JSON.stringify({ log: { creator: { name: creator }, entries } }), 'a.har');
  if (isProblem(exchanges)) throw new Error(`${exchanges.place}: ${exchanges.reason}`);
  return exchanges;
}

// Web Inspector, Models/Resource.js, updateForRedirectResponse.
test.each([
  ['302, so that GET followed', '', 'GET', undefined],
  ['307, so that POST followed', formType, 'POST', 'username=u'],
])('what Safari lists of a form that was redirected by %s', (_, mimeType, method, text) => {
  const request = {
    url: 'https://app.test/cb?code=k&state=s',
    headers: [{ name: 'Accept', value: '*/*' }],
    postData: { mimeType, text: 'username=u', params: [] },
  };
  const [exchange] = read('WebKit Web Inspector', request);
  expect(exchange).toMatchObject({ method, known: { requestBody: true } });
  expect(exchange?.requestBody?.text).toBe(text);
  expect(read('Charles Proxy', request)[0]?.method).toBe('POST');
});

test('what Safari lists without a method was there before it recorded', () => {
  const before = { method: '', url: 'https://op.test/authorize' };
  expect(read('WebKit Web Inspector', before, {}).map(({ id }) => id)).toEqual(['a.har#1']);
});

test('Safari lists no request that failed, and its entries say so', () => {
  const request = { method: 'GET', url: 'https://app.test/cb?code=k&state=s' };
  expect(read('WebKit Web Inspector', request)[0]?.known.failures).toBe(false);
  expect(read('Charles Proxy', request)[0]?.known).not.toHaveProperty('failures');
});

const json = '{"grant_type":"authorization_code","redirect_uri":"https://app.test/cb?a=b"}';

test.each([
  ['Charles', [{ name: json.slice(0, -4), value: 'b"}' }], json],
  ['Charles, of a body without "="', [{ name: '{"code":"k"}', value: '' }], '{"code":"k"}'],
  ['Fiddler, of a body without "="', [{ name: null, value: '{"code":"k"}' }], '{"code":"k"}'],
  ['any, of a form', [{ name: 'claims', value: '{}' }], 'claims=%7B%7D'],
])('JSON that was sent as a form is JSON again in a file of %s', (_, params, text) => {
  const [exchange] = read('x', { postData: { mimeType: formType, params } });
  expect(exchange?.requestBody?.text).toBe(text);
});

test.each([
  ['application/json', btoa('{"code":"k"}'), '{"code":"k"}'],
  ['application/jwt', 'eyJhbGciOiJub25lIn0', 'eyJhbGciOiJub25lIn0'],
  ['application/json', 'eyJhbGciOiJub25lIn0.e30.', 'eyJhbGciOiJub25lIn0.e30.'],
])('a body of %s that Charles encodes without saying so is decoded: %s', (mimeType, sent, text) => {
  const [exchange] = read('Charles Proxy', { postData: { mimeType, text: sent } });
  expect(exchange?.requestBody?.text).toBe(text);
});
