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
  const bar = page.getByRole('toolbar');
  await bar.getByRole('button', { name: 'Masked' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(/Every secret is masked/u);
  await page.keyboard.press('Escape');
  await expect(bar.getByRole('button', { name: 'Masked' })).toBeFocused();
  await code.getByRole('button', { name: 'Show code in full' }).click();
  await expect(code.locator('.masked')).toHaveCount(0);
  await expect(code).toContainText(/[\w-]{43}/u);
  await expect(verifier.locator('.masked')).toHaveCount(1);
  await expect(code.getByRole('button', { name: 'Mask code again' })).toBeFocused();
  const banner = page.locator('.notice').filter({ hasText: '1 value shown in full' });
  await expect(banner).toBeVisible();
  await page.getByRole('listbox', { name: 'Flows' }).getByRole('option').last().click();
  await expect(banner).toBeVisible();
  await page.getByRole('listbox', { name: 'Flows' }).getByRole('option').first().click();
  await banner.getByRole('button', { name: 'Mask again' }).click();
  await expect(banner).toHaveCount(0);
  await expect(code.locator('.masked')).toHaveCount(1);

  for (const row of [code, verifier]) await row.getByRole('button', { name: /^Show/u }).click();
  await bar.getByRole('button', { name: '2 shown' }).click();
  await page.getByRole('menuitem', { name: 'Mask code_verifier' }).click();
  await expect(verifier.locator('.masked')).toHaveCount(1);
  await expect(code.locator('.masked')).toHaveCount(0);
  await bar.getByRole('button', { name: '1 shown' }).click();
  await page.getByRole('menuitem', { name: 'Mask everything again' }).click();
  await expect(page.locator('.notice')).toHaveCount(0);
  await expect(bar.getByRole('button', { name: 'Masked' })).toBeFocused();
  await expect(code.locator('.masked')).toHaveCount(1);
});
