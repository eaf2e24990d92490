import type { BrowserContext } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { storedExchanges } from './support/log.ts';
import { logIn } from './support/log-in.ts';
import { firstWorker } from './support/worker.ts';

/** What the user chooses under "Site access" on the browser's own page for extensions: one site, or all. */
async function allow(
  context: BrowserContext,
  extensionId: string,
  sites: readonly string[] | 'all',
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  const call = (name: string, ...values: readonly unknown[]): Promise<unknown> =>
    page.evaluate(`chrome.developerPrivate.${name}(${values.map((each) => JSON.stringify(each)).join()})`);
  const hostAccess = sites === 'all' ? 'ON_ALL_SITES' : 'ON_SPECIFIC_SITES';
  await call('updateExtensionConfiguration', { extensionId, hostAccess });
  for (const site of sites === 'all' ? [] : sites) await call('addHostPermission', extensionId, site);
  await page.close();
}

test('with access to the app only, the panel names the server that it may not see, until access to all sites is given', async ({
  stage,
  extension,
  inspected,
  openPanel,
}) => {
  const worker = await firstWorker(extension);
  const { host: id } = new URL(worker.url());
  const panel = await openPanel();
  const restricted = panel.notice(/The extension may not see/u);
  await expect(restricted).toHaveCount(0);

  await allow(extension, id, [`${stage.app}/*`]);
  await expect(restricted).toHaveText(/may not see all sites/u);
  await logIn(inspected.tab, stage.app, 'redirect-at-token');
  await expect(restricted).toContainText(stage.tenantA);
  await expect(restricted).not.toContainText(stage.app);
  const pages = (await storedExchanges(worker)).filter(({ kind }) => kind === 'navigation');
  expect(new Set(pages.map(({ url }) => new URL(url).origin))).toEqual(new Set([stage.app]));

  await allow(extension, id, 'all');
  await expect(restricted).toHaveCount(0);
});
