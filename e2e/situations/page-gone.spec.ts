import type { ServerResponse } from 'node:http';
import { listen } from '../servers/listen.ts';
import { expect, test, tokenCall } from './fixtures.ts';

test('the page goes away before the token endpoint answers', async ({ recorded, row }) => {
  const server = await listen();
  const unanswered: ServerResponse[] = [];
  server.server.on('request', ({ url }, response) => {
    if (url === '/token') unanswered.push(response);
    else response.setHeader('content-type', 'text/html').end(`<!doctype html><title>${url}</title>`);
  });
  const tab = await recorded.newTab();
  await tab.goto(server.origin);
  await tab.evaluate(() => {
    const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'k', client_id: 'spa' });
    void fetch('/token', { method: 'POST', body });
  });
  await expect.poll(() => unanswered.length).toBe(1);
  await tab.goto(`${server.origin}/away`);
  for (const response of unanswered) response.writeHead(400).end('{"error":"unsupported_grant_type"}');
  await row(tokenCall, {
    web_request: ['request', 'headers', 'body'],
    devtools_network: [],
    page_hook: [],
    report: ['failed: network_failure'],
  });
  await server.stop();
});
