import { expect, test } from './support/plain-panel.ts';

test('in forced colours the choice, the switches and the outcomes can still be told', async ({
  openScene,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openScene('failed-redirect-uri');
  const option = page.getByRole('listbox', { name: 'Flows' }).getByRole('option');
  const outline = (index: number): Promise<string> =>
    option.nth(index).evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline(0)).toBe('solid');
  expect(await outline(1)).toBe('none');
  const back = (name: string): Promise<string> =>
    page
      .getByRole('toolbar')
      .getByRole('button', { name })
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await back('This tab')).not.toBe(await back('Problems only'));
  await expect(option.nth(0).locator('.mark')).toHaveText('✕');
  await expect(option.nth(1).locator('.mark')).toHaveText('✓');
});

test('nothing moves for who asked for less motion', async ({ openScene, page }) => {
  const moving = (): Promise<number> => page.evaluate(() => document.getAnimations().length);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openScene('clean');
  expect(await moving()).toBe(1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(moving).toBe(0);
});

test('the theme follows DevTools until one is chosen', async ({ openScene, page }) => {
  const back = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openScene('clean');
  const dark = await back();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await back();
  expect(dark).not.toBe(light);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Theme').selectOption('Dark');
  await expect.poll(back).toBe(dark);
  await page.getByLabel('Theme').selectOption('Auto');
  await expect.poll(back).toBe(light);
});
