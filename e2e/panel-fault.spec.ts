import { expect, test } from './support/plain-panel.ts';

const secret = 'SplxlOBeZQQYbYS6WxSbIA';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a fault of ours stays in its part of the panel, whose report holds nothing that was recorded', async ({
  openScene,
  page,
}) => {
  // The browser refuses what the sequence needs, in words that hold a value.
  await page.addInitScript((words) => {
    const { observe } = ResizeObserver.prototype;
    ResizeObserver.prototype.observe = function refuse(element) {
      if (element.className === 'sequence-place') throw new TypeError(`cannot observe ${words}`);
      observe.call(this, element);
    };
  }, secret);
  await openScene('failed-redirect-uri');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('TypeError while drawing the login.');
  await alert.getByRole('button', { name: 'Copy report' }).click();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toMatch(
    /^Grantscope \d+\.\d+\.\d+: TypeError while drawing the login\n {2}at [\w.-]+\.js:\d+:\d+/u,
  );
  expect(report).not.toContain(secret);
  await expect(alert).not.toContainText(secret);

  await expect(page.getByRole('listbox', { name: 'Flows' }).getByRole('option')).toHaveCount(4);
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reload the panel' }).click();
  await expect(alert).toBeVisible();
});
