import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browserDialects } from '../../testing/har-of-browsers.ts';
import { proxyDialects } from '../../testing/har-of-proxies.ts';
import { answer, body, formType } from '../../testing/har-token-call.ts';
import { fromHar } from './from-har.ts';
import { isProblem } from './problem.ts';

const dialects = { ...browserDialects, ...proxyDialects };

test.each(Object.entries(dialects))('%s: a token call is read whole', (name, { creator, pages, entry }) => {
  const log = {
    version: '1.2',
    creator,
    ...(pages === undefined ? {} : { pages }),
    entries: [entry],
  };
  const read = fromHar(`${name === 'Fiddler' ? '\ufeff' : ''}${JSON.stringify({ log })}`, 'a.har');
  const exchanges = isProblem(read) ? [] : read;
  expect(exchanges).toMatchObject([
    {
      kind: 'fetch',
      method: 'POST',
      initiator: 'https://app.test',
      requestBody: { text: body, mediaType: formType },
      status: 400,
      responseBody: { text: answer, mediaType: 'application/json' },
      redirectTarget: undefined,
      startedAt: 1_800_000_000_250,
      respondedAt: 1_800_000_000_276,
      networkError: undefined,
      known: {
        requestHeaders: name !== 'Chrome, sanitized',
        requestBody: true,
        responseHeaders: name !== 'Chrome, sanitized',
        responseBody: true,
        fragment: false,
      },
    },
  ]);
});

// Written by the tools themselves, of the same login at the same servers (e2e/record/tools.ts).
test.each([
  ['chromium', true],
  ['chromium-sanitized', false],
  ['firefox', true],
  ['mitmproxy', true],
])('a token call that %s exported is read whole', (tool, headersComplete) => {
  const file = join(import.meta.dirname, `../../../e2e/tool-recordings/${tool}-other-verifier.har`);
  const read = fromHar(readFileSync(file, 'utf8'), 'a.har');
  const exchanges = isProblem(read) ? [] : read;
  const calls = exchanges.filter(({ method, url }) => method === 'POST' && url.endsWith('/token'));
  const told = calls.map(({ kind, status, networkError, requestBody, responseBody, known }) => ({
    kind,
    status,
    networkError,
    sends: [requestBody?.mediaType, /(?:^|&)code_verifier=[^&]{43}/.test(requestBody?.text ?? '')],
    gets: [responseBody?.mediaType, /"error":\s*"invalid_grant"/.test(responseBody?.text ?? '')],
    known: [known.requestHeaders, known.requestBody, known.responseHeaders, known.responseBody],
  }));
  expect(told).toEqual([
    {
      kind: 'fetch',
      status: 400,
      networkError: undefined,
      sends: [formType, true],
      gets: ['application/json', true],
      known: [headersComplete, true, headersComplete, true],
    },
  ]);
  // The redirect that delivers the code has its target also where the next address lost it.
  expect(
    exchanges.some(({ redirectTarget }) => redirectTarget?.includes('callback.html?code=') === true),
  ).toBe(true);
});
