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
