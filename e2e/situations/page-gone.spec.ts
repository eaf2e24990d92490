import type { ServerResponse } from 'node:http';
import { listen } from '../servers/listen.ts';
import { expect, test, tokenCall, type About } from './fixtures.ts';
import { allOfRequest, type Expected } from './row.ts';

const gone: Expected = { web_request: allOfRequest, devtools_network: [], page_hook: [], report: [] };

/** What a page does right before it goes; `leave` runs in it. */
interface Situation {
  readonly leave: () => void;
  readonly about?: About;
  readonly expected: Expected;
}

const situations: Readonly<Record<string, Situation>> = {
  'the page goes away before the token endpoint answers': {
    leave: () => {
      const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'k', client_id: 'spa' });
      void fetch('/token', { method: 'POST', body });
    },
    expected: {
      ...gone,
      web_request: ['request', 'headers', 'body'],
      report: ['failed: network_failure'],
    },
  },
  'the page goes away before the token endpoint answers, and its call may outlive it (keepalive)': {
    leave: () => {
      const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'k', client_id: 'spa' });
      void fetch('/token', { method: 'POST', body, keepalive: true });
    },
    expected: { ...gone, report: ['failed: other'] },
  },
  'a revocation that the page leaves behind (sendBeacon)': {
    leave: () => void navigator.sendBeacon('/revoke', new URLSearchParams({ token: 'k', client_id: 'spa' })),
    about: { about: 'revocation request', is: ({ url }) => url.endsWith('/revoke') },
    expected: gone,
  },
};

for (const [title, { leave, about = tokenCall, expected }] of Object.entries(situations)) {
  test(title, async ({ recorded, row }) => {
    const server = await listen();
    const unanswered: ServerResponse[] = [];
    server.server.on('request', ({ url }, response) => {
      if (url === '/token' || url === '/revoke') unanswered.push(response);
      else response.setHeader('content-type', 'text/html').end(`<!doctype html><title>${url}</title>`);
    });
    const tab = await recorded.newTab();
    await tab.goto(server.origin);
    await tab.evaluate(leave);
    await expect.poll(() => unanswered.length).toBe(1);
    await tab.goto(`${server.origin}/away`);
    for (const response of unanswered) response.writeHead(400).end('{"error":"unsupported_grant_type"}');
    await row(about, expected);
    await server.stop();
  });
}
