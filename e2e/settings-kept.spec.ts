import { showPanel } from './support/devtools.ts';
import { expect, test } from './support/fixtures.ts';

test('theme, times of day and lifetimes of codes are kept, and the next panel takes them up', async ({
  extension,
  inspected,
}) => {
  const panel = await showPanel(inspected.devtools);
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByLabel('Theme').selectOption('Dark');
  await panel.getByLabel('Times of day').selectOption('UTC');
  await panel.getByLabel('Host of the server').fill('login.test');
  await panel.getByLabel('Seconds').fill('90');
  await panel.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(panel.locator('html')).toHaveAttribute('data-theme', 'dark');

  const next = await extension.newPage();
  await next.goto(panel.url());
  await expect(next.locator('html')).toHaveAttribute('data-theme', 'dark');
  await next.getByRole('button', { name: 'Settings' }).click();
  const settings = next.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByLabel('Theme')).toHaveValue('dark');
  await expect(settings.getByLabel('Times of day')).toHaveValue('utc');
  await settings.getByRole('button', { name: 'Forget the lifetime at login.test' }).click();
  await settings.getByLabel('Times of day').selectOption('Local');

  await next.reload();
  await next.getByRole('button', { name: 'Settings' }).click();
  await expect(settings.getByLabel('Times of day')).toHaveValue('local');
  await expect(settings.getByLabel('Theme')).toHaveValue('dark');
  await expect(settings.getByRole('button', { name: 'Forget the lifetime at login.test' })).toHaveCount(0);
});
