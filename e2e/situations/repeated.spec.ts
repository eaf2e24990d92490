import type { Socket } from 'node:net';
import { listen } from '../servers/listen.ts';
import { storedExchanges } from '../support/log.ts';
import { expect, test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer } from './row.ts';

const page = '<!doctype html><title>App</title><link rel="icon" href="data:,">';

test('the same discovery again, answered from the cache', async ({ recorded, row }) => {
  const server = await listen();
  const asked: (string | undefined)[] = [];
  server.server.on('request', ({ url }, response) => {
    asked.push(url);
    if (url === '/') response.setHeader('content-type', 'text/html').end(page);
    else {
      response.setHeader('content-type', 'application/json').setHeader('cache-control', 'max-age=600');
      response.end(JSON.stringify({ issuer: server.origin, token_endpoint: `${server.origin}/token` }));
    }
  });
  const tab = await recorded.newTab();
  await tab.goto(server.origin);
  const address = '/.well-known/openid-configuration';
  for (const _ of [1, 2]) await tab.evaluate(async (url) => (await fetch(url)).text(), address);
  const is = ({ url }: { readonly url: string }): boolean => url.endsWith(address);
  const fromHook = ['request', 'status', 'answer'] as const;
  await row(
    { about: 'discovery', is },
    { web_request: ['request', 'headers', 'status'], devtools_network: [], page_hook: fromHook, report: [] },
  );
  expect(asked).toEqual(['/', address]);
  expect((await storedExchanges(recorded.worker)).filter(is)).toHaveLength(2);
  await server.stop();
});

test('a token call that the browser sends again, since a kept connection broke', async ({
  recorded,
  row,
}) => {
  const server = await listen();
  const used = new Set<Socket>();
  const calls: string[] = [];
  server.server.on('request', ({ url, socket }, response) => {
    if (url === '/token') {
      calls.push(used.has(socket) ? 'broken off' : 'answered');
      if (used.has(socket)) return void socket.destroy();
    }
    used.add(socket);
    if (url === '/token') response.statusCode = 400;
    response.setHeader('content-type', url === '/token' ? 'application/json' : 'text/html');
    response.end(url === '/token' ? '{"error":"unsupported_grant_type"}' : page);
  });
  const tab = await recorded.newTab();
  await tab.goto(server.origin);
  await tab.evaluate(async () => {
    // The connection that this call leaves behind is the one that the next call takes.
    await (await fetch('/')).text();
    const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'k', client_id: 'spa' });
    await (await fetch('/token', { method: 'POST', body })).text();
  });
  expect(calls).toEqual(['broken off', 'answered']);
  await row(tokenCall, {
    web_request: allOfRequest,
    devtools_network: [],
    page_hook: withAnswer,
    report: ['failed: grant_type_unsupported'],
  });
  expect((await storedExchanges(recorded.worker)).filter(tokenCall.is)).toHaveLength(1);
  await server.stop();
});
