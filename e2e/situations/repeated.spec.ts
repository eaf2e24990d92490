import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { listen } from '../servers/listen.ts';
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
    { about: 'discovery', is, times: 2 },
    { web_request: ['request', 'headers', 'status'], devtools_network: [], page_hook: fromHook, report: [] },
  );
  expect(asked).toEqual(['/', address]);
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
  await server.stop();
});

test('two equal token calls at the same moment, the later one answered first', async ({ recorded, row }) => {
  const server = await listen();
  const unanswered: ServerResponse[] = [];
  server.server.on('request', ({ url }, response) => {
    if (url === '/token') unanswered.push(response);
    else response.setHeader('content-type', 'text/html').end(page);
    if (unanswered.length < 2) return;
    for (const [at, each] of [...unanswered.splice(0).entries()].toReversed()) {
      each.writeHead(400, { 'content-type': 'application/json' });
      each.end(JSON.stringify({ error: 'unsupported_grant_type', error_description: `Call ${at}` }));
    }
  });
  const tab = await recorded.newTab();
  await tab.goto(server.origin);
  await tab.evaluate(async () => {
    const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'k', client_id: 'spa' });
    const calls = [1, 2].map(() => fetch('/token', { method: 'POST', body }));
    await Promise.all(calls.map(async (call) => (await call).text()));
  });
  const calls = await row(
    { ...tokenCall, times: 2 },
    {
      web_request: allOfRequest,
      devtools_network: [],
      page_hook: withAnswer,
      report: ['failed: grant_type_unsupported'],
    },
  );
  const answers = calls.map(({ responseBody }) => /Call \d/u.exec(responseBody?.text ?? '')?.[0] ?? '');
  expect(answers.toSorted()).toEqual(['Call 0', 'Call 1']);
  await server.stop();
});
