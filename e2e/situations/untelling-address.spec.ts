import type { Page } from '@playwright/test';
import { onItsWay } from '../../src/platform/each-once.ts';
import { serveApp } from '../servers/app-server.ts';
import { clientsOf, shortCodeLifetime } from '../servers/clients.ts';
import { listen } from '../servers/listen.ts';
import { serveTenant } from '../servers/tenant.ts';
import { logIn } from '../support/log-in.ts';
import { storedExchanges } from '../support/log.ts';
import { workerProcess } from '../support/worker.ts';
import { expect, test as base, type About, type Recorded } from './fixtures.ts';
import { allOfRequest, withAnswer, wrongRedirectUri, type Expected } from './row.ts';

/** An app and its tenant, which takes token requests at an address that tells nothing. */
interface Site {
  readonly app: string;
  readonly tenant: string;
}

/** Playwright's `test` with such a site. */
const test = base.extend<object, { readonly site: Site }>({
  site: [
    async ({}, use) => {
      const [app, tenant] = [await listen(), await listen()];
      serveTenant(tenant, 'x', clientsOf(app.origin, 'https://web.test'), () => {}, {
        routes: { token: '/x/9' },
      });
      serveApp(app, { tenantA: tenant.origin, tenantB: tenant.origin, shortCodeLifetime });
      await use({ app: app.origin, tenant: tenant.origin });
      await Promise.all([app.stop(), tenant.stop()]);
    },
    { scope: 'worker' },
  ],
});

const about: About = {
  about: 'token call',
  is: ({ method, url }) => method !== 'OPTIONS' && url.endsWith('/x/9'),
};
const whole: Expected = {
  web_request: allOfRequest,
  devtools_network: [],
  page_hook: [],
  report: wrongRedirectUri,
};
const nothing: Expected = { ...whole, web_request: [], report: [] };

test('token call at an address that tells nothing', async ({ site, recorded, row }) => {
  await logIn(await recorded.newTab(), site.app, 'redirect-at-token');
  await row(about, { ...whole, page_hook: withAnswer });
});

test("token call at an address that tells nothing, from the page's service worker", async ({
  site,
  recorded,
  row,
}) => {
  await logIn(await recorded.newTab(), site.app, 'redirect-at-token-from-service-worker');
  await row(about, whole);
});

/** Has a web worker, which no page hook sees, make a token call. */
async function redeem(tab: Page, address: string): Promise<void> {
  await tab.evaluate(async (url) => {
    const call = `fetch(${JSON.stringify(url)}, { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', code: 'k' }) })`;
    const worker = new Worker(
      URL.createObjectURL(new Blob([`${call}.then(({ status }) => postMessage(status))`])),
    );
    await new Promise((go) => worker.addEventListener('message', go, { once: true }));
  }, address);
}

for (const killed of [false, true]) {
  const words = killed ? ', and our worker has to be started for it' : '';
  test(`token call of a web worker at an address that tells nothing, after an authorization request${words}`, async ({
    site: { tenant },
    recorded,
    row,
  }) => {
    const tab = await recorded.newTab();
    await tab.goto(`${tenant}/auth?client_id=nobody&response_type=code`);
    await tab.goto(`${tenant}/no-such-page`);
    if (killed) {
      const ours = await workerProcess(recorded.context);
      await ours.kill();
      expect(await ours.isRunning()).toBe(false);
    }
    await redeem(tab, `${tenant}/x/9`);
    await row(about, { ...whole, report: ['failed: redirect_uri_not_registered', 'failed: other'] });
  });
}

/** A worker that starts listens to everything, and for a moment longer than it needs to. */
async function startIsOver(tab: Page): Promise<void> {
  await tab.waitForTimeout(2 * onItsWay);
}

/** Makes the log older than a login takes, and starts another worker of ours with it. */
async function letTimePass({ worker, context }: Recorded): Promise<void> {
  await worker.evaluate(async () => {
    const earlier = (text: string): string =>
      text.replace(/"startedAt":([\d.]+)/u, (_, at) => `"startedAt":${Number(at) - 31 * 60_000}`);
    const stored: Readonly<Record<string, unknown>> = await chrome.storage.session.get(null);
    const aged = Object.entries(stored).map(([key, text]) => [key, earlier(String(text))] as const);
    await chrome.storage.session.set(Object.fromEntries(aged));
  });
  await (await workerProcess(context)).kill();
}

for (const killed of [false, true]) {
  const words = killed ? ', and our worker has to be started for it' : '';
  test(`token call of a web worker at an address that tells nothing, long after another at the same address${words}`, async ({
    site: { tenant },
    recorded,
    row,
  }) => {
    const calls = async (): Promise<readonly string[]> =>
      (await storedExchanges(recorded.worker)).flatMap(({ kind, url }) =>
        kind === 'fetch' ? [url.replace(tenant, '')] : [],
      );
    const tab = await recorded.newTab();
    await tab.goto(`${tenant}/auth?client_id=nobody&response_type=code`);
    await tab.goto(`${tenant}/no-such-page`);
    await redeem(tab, `${tenant}/x/9`);
    await expect.poll(calls).toEqual(['/x/9']);
    await letTimePass(recorded);
    await tab.goto(`${tenant}/another`);
    await expect
      .poll(async () => (await storedExchanges(recorded.worker)).at(-1)?.url)
      .toBe(`${tenant}/another`);
    await startIsOver(tab);
    const ours = await workerProcess(recorded.context);
    if (killed) await ours.kill();
    await redeem(tab, `${tenant}/y/1`);
    expect(await ours.isRunning()).toBe(!killed);
    await redeem(tab, `${tenant}/x/9`);
    await expect.poll(calls).toEqual(['/x/9', '/x/9']);
    await row(
      { ...about, times: 2 },
      {
        ...whole,
        report: ['failed: redirect_uri_not_registered', 'failed: code_reused'],
      },
    );
  });
}

test('the first token call of a web worker at an address that tells nothing, without a sign of a login before', async ({
  site: { tenant },
  recorded,
  row,
}) => {
  const tab = await recorded.newTab();
  await tab.goto(`${tenant}/no-such-page`);
  await startIsOver(tab);
  await redeem(tab, `${tenant}/x/9`);
  // What comes later was recorded: nothing that was heard is still on its way.
  await tab.goto(`${tenant}/jwks`);
  await expect.poll(async () => (await storedExchanges(recorded.worker)).at(-1)?.url).toBe(`${tenant}/jwks`);
  await row({ ...about, times: 0 }, nothing);
});
