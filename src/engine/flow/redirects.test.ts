import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { createFlowStore } from './flow-store.ts';

const login =
  'https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s';
const exchanges = fromTraceText(`
  GET https://api.test/items -> 302 ${login} kind=fetch
  GET ${login} -> net::ERR_FAILED kind=fetch
  GET https://api.test/items -> 302 ${login} kind=fetch tab=2
  GET ${login} -> 200 <p>Sign in</p> @60s tab=2`);

test('what led to a request is found in its tab and at its time, whichever came first', () => {
  for (const order of [exchanges, exchanges.toReversed()]) {
    const store = createFlowStore();
    for (const exchange of order) store.ingest(exchange);
    expect(exchanges.map((exchange) => store.redirectTo(exchange)?.id)).toEqual([
      undefined,
      'e1',
      undefined,
      undefined,
    ]);
  }
});

test('a login changes when what led to it comes or goes', () => {
  const store = createFlowStore();
  const [api, request] = exchanges;
  if (api === undefined || request === undefined) throw new Error('The trace is too short.');
  store.ingest(request);
  expect(store.ingest(api)).toEqual([`flow-${request.id}`]);
  expect(store.forget(api.id)).toEqual([`flow-${request.id}`]);
  expect(store.redirectTo(request)).toBeUndefined();
});
