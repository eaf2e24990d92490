import { listen } from '../servers/listen.ts';
import { listenTls, type ListeningTls } from '../servers/listen-tls.ts';
import { expect, test as base, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer } from './row.ts';

/** A token endpoint that asks for HTTPS only (RFC 6797), under a name: browsers take that for no address and not for localhost. */
const test = base.extend<{ readonly secure: ListeningTls }>({
  secure: async ({}, use) => {
    const secure = await listenTls();
    secure.server.on('request', ({ method }, response) => {
      response.writeHead(method === 'POST' ? 400 : 200, {
        ...{ 'strict-transport-security': 'max-age=600', 'access-control-allow-origin': '*' },
        'content-type': 'application/json',
      });
      response.end('{"error":"unsupported_grant_type"}');
    });
    await use(secure);
    await secure.stop();
  },
  beside: async ({ secure }, use) =>
    use({
      args: [
        '--host-resolver-rules=MAP login.test 127.0.0.1',
        `--ignore-certificate-errors-spki-list=${secure.keyDigest}`,
      ],
    }),
});

for (const inspected of ['', ', DevTools on the tab'] as const) {
  test(`a token call to http: that the browser itself sends to https: (HSTS)${inspected}`, async ({
    secure,
    recorded,
    row,
  }) => {
    const page = await listen();
    page.server.on('request', (_, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>App</title>'),
    );
    const { host } = new URL(secure.origin.replace('localhost', 'login.test'));
    const tab = await recorded.newTab();
    if (inspected !== '') await recorded.inspect(tab);
    await tab.goto(`https://${host}/`);
    await tab.goto(page.origin);
    await tab.evaluate(async (url) => {
      const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'k', client_id: 'spa' });
      await (await fetch(url, { method: 'POST', body })).text();
    }, `http://${host}/token`);
    const calls = await row(tokenCall, {
      web_request: allOfRequest,
      devtools_network: inspected === '' ? [] : withAnswer,
      page_hook: withAnswer,
      report: ['failed: grant_type_unsupported'],
    });
    expect(calls.map(({ url, status }) => [url, status])).toEqual([[`https://${host}/token`, 400]]);
    await page.stop();
  });
}
