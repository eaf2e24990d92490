import type { ServerResponse } from 'node:http';
import { listen } from '../servers/listen.ts';
import { launchToLetGo, type LetGo } from '../support/let-go.ts';
import { recordAlways } from '../support/record-always.ts';
import { firstWorker } from '../support/worker.ts';
import { expect, holdToPage, test as base, tokenCall } from './fixtures.ts';
import { listenIn, measure } from './measure.ts';
import { allOfRequest, withAnswer, type Expected } from './row.ts';

const test = base.extend<{ readonly letGo: LetGo }>({
  letGo: async ({}, use) => {
    const browser = await launchToLetGo();
    await use(browser);
    await browser.close();
  },
});

const expected: Expected = {
  web_request: allOfRequest,
  devtools_network: [],
  page_hook: withAnswer,
  report: ['failed: grant_type_unsupported'],
};

test('the token endpoint answers after the browser has stopped our worker (30 s)', async ({ letGo }, {
  title,
}) => {
  const server = await listen();
  const unanswered: ServerResponse[] = [];
  server.server.on('request', ({ url }, response) => {
    if (url === '/token') unanswered.push(response);
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>App</title>');
  });
  const before = await letGo.attach();
  const [context] = before.contexts();
  if (context === undefined) throw new Error('The browser has no context.');
  await recordAlways(context);
  const ours = (await firstWorker(context)).url();
  // A page of ours without a script, and so without a connection that would keep the worker.
  const listener = await context.newPage();
  await listener.goto(new URL('/manifest.json', ours).href);
  await listenIn(listener);
  const tab = await context.newPage();
  await tab.goto(server.origin);
  await tab.evaluate(() => {
    const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'k', client_id: 'spa' });
    void fetch('/token', { method: 'POST', body });
  });
  await expect.poll(() => unanswered.length).toBe(1);
  await before.close();

  await expect.poll(() => letGo.workers(), { timeout: 45_000, intervals: [1_000] }).not.toContain(ours);
  for (const response of unanswered) {
    response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"unsupported_grant_type"}');
  }
  await expect.poll(() => letGo.workers()).toContain(ours);

  const after = await letGo.attach();
  const [again] = after.contexts();
  const page = again?.pages().find((each) => each.url().endsWith('/manifest.json'));
  if (again === undefined || page === undefined) throw new Error('The browser’s pages are gone.');
  const worker = await firstWorker(again);
  await expect.poll(() => measure(worker, tokenCall.is, page)).toEqual(expected);
  holdToPage({ spec: 'worker-stopped', situation: title, about: tokenCall.about, ...expected });
  await after.close();
  await server.stop();
});
