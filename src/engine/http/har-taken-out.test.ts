import { expect, test } from 'vitest';
import type { Exchange } from './exchange.ts';
import { fromHar } from './from-har.ts';
import { isProblem } from './problem.ts';

const formType = 'application/x-www-form-urlencoded';

function read(request: object, content: object): Exchange | undefined {
  const entry = {
    startedDateTime: '2027-01-15T08:00:00.250Z',
    time: 40,
    request: { method: 'POST', url: 'https://op.test/token', headers: [], ...request },
    response: { status: 400, headers: [], content },
  };
  const log = { version: '1.2', creator: { name: 'Firefox', version: '1' }, pages: [], entries: [entry] };
  const exchanges = fromHar(JSON.stringify({ log }), 'a.har');
  return isProblem(exchanges) ? undefined : exchanges[0];
}

/** As programs write it that make a recording fit to be passed on. */
test.each([
  ['left out', undefined],
  ['an empty text', ''],
  ['a word', '[REDACTED]'],
  ['signs', '*****'],
])('bodies that were taken out, with %s in their place, are not known', (_, text) => {
  const exchange = read(
    { bodySize: 25, ...(text === undefined ? {} : { postData: { mimeType: formType, text, params: [] } }) },
    { mimeType: 'application/json', size: 25, ...(text === undefined ? {} : { text }) },
  );
  expect(exchange?.requestBody?.text ?? '').toBe('');
  expect(exchange?.responseBody).toBeUndefined();
  expect(exchange?.known).toMatchObject({ requestBody: false, responseBody: false });
});

test.each(['{}', '[]', '0', '*', 'hidden=1', ''])('a body of %j is one', (text) => {
  const exchange = read({ bodySize: text.length, postData: { mimeType: formType, text } }, { text });
  expect([exchange?.requestBody?.text, exchange?.responseBody?.text]).toEqual([text, text]);
  expect(exchange?.known).toMatchObject({ requestBody: true, responseBody: true });
});
