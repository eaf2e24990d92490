import type { BrowserContext } from '@playwright/test';
import type { Stage } from './servers/stage.ts';
import { expect, test } from './support/fixtures.ts';
import { storedExchanges } from './support/log.ts';
import { logIn } from './support/log-in.ts';
import { firstWorker } from './support/worker.ts';

/** What the user chooses under "Site access" on the browser's own page for extensions. */
async function allow(context: BrowserContext, sites: readonly string[] | 'on click' | 'all'): Promise<void> {
  const { host: extensionId } = new URL((await firstWorker(context)).url());
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  const call = (name: string, ...values: readonly unknown[]): Promise<unknown> =>
    page.evaluate(`chrome.developerPrivate.${name}(${values.map((each) => JSON.stringify(each)).join()})`);
  const hostAccess =
    sites === 'all' ? 'ON_ALL_SITES' : sites === 'on click' ? 'ON_CLICK' : 'ON_SPECIFIC_SITES';
  await call('updateExtensionConfiguration', { extensionId, hostAccess });
  if (typeof sites === 'object')
    for (const site of sites) await call('addHostPermission', extensionId, `${site}/*`);
  await page.close();
}

/** Which sites the user leaves, and those of a login that the extension may then not see. */
interface Restriction {
  readonly name: string;
  readonly allowed: (stage: Stage) => readonly string[] | 'on click';
  readonly unseen: (stage: Stage) => readonly string[];
}

const restrictions: readonly Restriction[] = [
  { name: 'on click', allowed: () => 'on click', unseen: ({ app, tenantA }) => [app, tenantA] },
  { name: 'to the app only', allowed: ({ app }) => [app], unseen: ({ tenantA }) => [tenantA] },
  { name: 'to the server only', allowed: ({ tenantA }) => [tenantA], unseen: ({ app }) => [app] },
];

for (const { name, allowed, unseen } of restrictions) {
  test(`with access ${name} the panel names the sites that it may not see, and a clean login raises nothing`, async ({
    stage,
    extension,
    inspected,
    openPanel,
  }) => {
    const panel = await openPanel();
    const restricted = panel.notice(/The extension may not see/u);
    await expect(panel.recording).toHaveText(/Recording/u);
    await expect(restricted).toHaveCount(0);
    await allow(extension, allowed(stage));
    await expect(restricted).toHaveText(/may not see all sites/u);
    expect(await logIn(inspected.tab, stage.app)).toBe('Signed in as alice.');
    for (const site of [stage.app, stage.tenantA]) {
      const isUnseen = unseen(stage).includes(site);
      await (isUnseen ? expect(restricted) : expect(restricted).not).toContainText(site);
    }
    await expect(panel.flows('Succeeded')).toHaveCount(1);
    await expect(panel.flows()).toHaveCount(1);
    await expect(await panel.openFindings()).toHaveText(/No rule failed/u);

    await allow(extension, 'all');
    await expect(restricted).toHaveCount(0);
  });
}

test('a cause that only an unseen step could prove is possible, and the panel says which step was not recorded', async ({
  stage,
  extension,
  inspected,
  openPanel,
}) => {
  const panel = await openPanel();
  await expect(panel.recording).toHaveText(/Recording/u);
  await allow(extension, [stage.app]);
  await expect(panel.notice(/may not see all sites/u)).toBeVisible();
  await logIn(inspected.tab, stage.app, 'redirect-at-token');
  await expect(panel.sentence).toHaveText(/It could be/u);
  await expect(panel.verdict).toContainText('The authorization request was not recorded');
  await expect(panel.verdict.getByText('Proved')).toHaveCount(0);
  const pages = (await storedExchanges(await firstWorker(extension))).filter(
    ({ kind }) => kind === 'navigation',
  );
  expect(new Set(pages.map(({ url }) => new URL(url).origin))).toEqual(new Set([stage.app]));
});
