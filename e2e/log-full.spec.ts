import type { Page } from '@playwright/test';
import { limits } from '../src/background/worker.ts';
import { expect, test } from './support/fixtures.ts';
import { logIn } from './support/log-in.ts';
import { storedExchanges } from './support/log.ts';
import { firstWorker } from './support/worker.ts';

const bodySize = 200_000;

/** Sends requests that may be OAuth, large and answered well, one after the other, from an open page of the app. */
async function flood(tab: Page, count: number): Promise<void> {
  await tab.evaluate(
    async ([times, size]) => {
      for (let sent = 0; sent < times; sent += 1) {
        await fetch(`/index.html?token=${sent}`, { method: 'POST', body: 'x'.repeat(size) });
      }
    },
    [count, bodySize] as const,
  );
}

test('what a full log drops is a number in the panel, and the login that failed is not among it', async ({
  stage,
  extension,
  inspected,
  openPanel,
}) => {
  const worker = await firstWorker(extension);
  const panel = await openPanel();
  await logIn(inspected.tab, stage.app, 'redirect-at-token');
  await expect(panel.sentence).toHaveText(/redirect_uri/u);
  await expect(panel.notice(/dropped/u)).toHaveCount(0);

  const fits = Math.floor(limits.characters / bodySize);
  await flood(inspected.tab, fits + 10);
  await expect(panel.notice(/the oldest \d+ requests were dropped/u)).toBeVisible();
  const stored = async (): Promise<readonly string[]> =>
    (await storedExchanges(worker)).map(({ url }) => url.replace(stage.app, ''));
  await expect.poll(stored).toContain(`/index.html?token=${fits + 9}`);
  // What DevTools tells of exchanges that had to go, it tells before it tells of the last one.
  const last = async (): Promise<readonly string[]> =>
    (await storedExchanges(worker)).find(({ url }) => url.endsWith(`=${fits + 9}`))?.channels ?? [];
  await expect.poll(last).toContain('devtools_network');
  const unsent = (await storedExchanges(worker)).filter(({ channels }) => !channels.includes('web_request'));
  expect(unsent).toEqual([]);
  const kept = await stored();
  expect(kept.filter((url) => url.startsWith('/index.html?token=')).length).toBeLessThan(fits + 1);
  expect(kept).toContain(`${stage.tenantA}/token`);
  await expect(panel.flows('Failed')).toHaveCount(1);
  await expect(panel.sentence).toHaveText(/redirect_uri/u);

  await panel.clear();
  await expect(panel.notice(/dropped/u)).toHaveCount(0);
  await expect(panel.flows()).toHaveCount(0);
});
