import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { listen, type Listening } from './servers/listen.ts';
import { expect, test } from './support/fixtures.ts';
import { storedExchanges } from './support/log.ts';
import { openPlainBrowser } from './support/plain-browser.ts';
import { untilHooked } from './support/record-always.ts';
import { firstWorker } from './support/worker.ts';

const script = readFileSync(`${import.meta.dirname}/apps/inspecting/inspect.js`, 'utf8');

/** A page with a strict policy, and a token endpoint, one answer of which never ends. */
function serve({ server }: Listening): void {
  server.on('request', ({ url }, response) => {
    const type = url === '/' ? 'text/html' : url === '/inspect.js' ? 'text/javascript' : 'application/json';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; connect-src *");
    if (url === '/token/slow') response.write('{');
    else if (url === '/inspect.js') response.end(script);
    else if (url === '/')
      response.end('<!doctype html><body><script type="module" src="/inspect.js"></script>');
    else response.end('{"access_token":"planted"}');
  });
}

async function notesOf(page: Page, origin: string): Promise<unknown> {
  await page.goto(origin);
  await expect(page).toHaveTitle('done');
  return JSON.parse((await page.locator('body').textContent()) ?? '');
}

test('a page that inspects its own calls sees no difference, under a strict policy too', async ({
  extension,
  inspected,
}) => {
  const server = await listen();
  serve(server);
  const plain = await openPlainBrowser();
  const without = await notesOf(await plain.newPage(), server.origin);
  await plain.close();
  await untilHooked(extension);
  const withHook = await notesOf(inspected.tab, server.origin);
  const worker = await firstWorker(extension);
  const copied = async (): Promise<readonly unknown[]> =>
    (await storedExchanges(worker)).flatMap(({ method, channels, responseBody }) =>
      method === 'POST' && channels.includes('page_hook') ? [responseBody?.text] : [],
    );
  // One by `fetch`, one by `XMLHttpRequest`.
  const answer = '{"access_token":"planted"}';
  await expect.poll(copied).toEqual([answer, answer]);
  expect(withHook).toEqual(without);
  await server.stop();
});
