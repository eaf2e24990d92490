import { showPanel } from './support/devtools.ts';
import { expect, test } from './support/fixtures.ts';
import { firstWorker } from './support/worker.ts';

test('a known client is added, remembered for the next panel, changed and forgotten in the settings', async ({
  extension,
  inspected,
}) => {
  const worker = await firstWorker(extension);
  const stored = (): Promise<unknown> =>
    worker.evaluate(async () => (await chrome.storage.local.get('registrations'))['registrations'] ?? []);
  const panel = await showPanel(inspected.devtools);
  await panel.getByRole('button', { name: 'Settings' }).click();
  const settings = panel.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('textbox', { name: 'client_id' }).fill('shop');
  await settings.getByRole('combobox', { name: 'Host of its server' }).fill('https://login.test/authorize');
  await settings.getByRole('button', { name: 'Add' }).click();
  await settings.getByRole('textbox', { name: /^Redirect URIs/u }).fill('https://app.test/cb');
  await settings.getByRole('textbox', { name: /^Tenant/u }).fill('acme');
  await settings.getByRole('button', { name: 'Use this' }).click();
  await expect(settings).toContainText('shop at login.test until this panel closes');
  expect(await stored()).toEqual([]);
  await settings.getByLabel(/^Remember across sessions/u).check();
  await settings.getByRole('button', { name: 'Use this' }).click();
  const shop = { clientId: 'shop', authority: 'login.test', tenant: 'acme' };
  await expect
    .poll(stored)
    .toEqual([expect.objectContaining({ ...shop, redirectUris: ['https://app.test/cb'] })]);

  const next = await extension.newPage();
  await next.goto(panel.url());
  await next.getByRole('button', { name: 'Settings' }).click();
  const again = next.getByRole('dialog', { name: 'Settings' });
  await again.getByRole('button', { name: 'Edit shop' }).click();
  await expect(again.getByRole('textbox', { name: /^Redirect URIs/u })).toHaveValue('https://app.test/cb');
  await again.getByRole('textbox', { name: /^Redirect URIs/u }).fill('https://app.test/other');
  await again.getByRole('button', { name: 'Use this' }).click();
  await expect
    .poll(stored)
    .toEqual([expect.objectContaining({ ...shop, redirectUris: ['https://app.test/other'] })]);
  await again.getByRole('button', { name: 'Forget shop' }).click();
  await expect.poll(stored).toEqual([]);
  await expect(again).not.toContainText('login.test');
});
