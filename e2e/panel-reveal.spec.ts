import { expect, test } from './support/plain-panel.ts';

test('one value is shown on purpose, under a banner, until it is masked again', async ({
  openScene,
  page,
}) => {
  await openScene('failed-redirect-uri');
  const step = page.getByRole('region', { name: /^Step \d+: Token request$/u });
  const code = step.getByRole('row', { name: /^code /u });
  const verifier = step.getByRole('row', { name: /^code_verifier /u });
  await expect(code.locator('.masked')).toHaveCount(1);
  await expect(page.locator('.notice')).toHaveCount(0);
  await code.getByRole('button', { name: 'Show code in full' }).click();
  await expect(code.locator('.masked')).toHaveCount(0);
  await expect(code).toContainText(/[\w-]{43}/u);
  await expect(verifier.locator('.masked')).toHaveCount(1);
  const banner = page.locator('.notice').filter({ hasText: '1 value shown in full' });
  await expect(banner).toBeVisible();
  await page.getByRole('listbox', { name: 'Flows' }).getByRole('option').last().click();
  await expect(banner).toBeVisible();
  await page.getByRole('listbox', { name: 'Flows' }).getByRole('option').first().click();
  await banner.getByRole('button', { name: 'Mask again' }).click();
  await expect(banner).toHaveCount(0);
  await expect(code.locator('.masked')).toHaveCount(1);
});
