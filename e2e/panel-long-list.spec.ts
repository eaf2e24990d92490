import { expect, test } from './support/plain-panel.ts';

test('of a thousand logins only those in view are in the document, wherever the list is', async ({
  openScene,
  page,
}) => {
  await openScene('thousand-logins');
  await page.getByRole('button', { name: 'This tab' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('1,000 flows', { timeout: 120_000 });
  const list = page.getByRole('listbox', { name: 'Flows' });
  const options = list.getByRole('option');
  const few = async (): Promise<void> => {
    const count = await options.count();
    expect(count).toBeGreaterThan(5);
    expect(count).toBeLessThan(60);
  };
  await few();
  const { whole, view } = await list.evaluate(({ scrollHeight, clientHeight }) => ({
    whole: scrollHeight,
    view: clientHeight,
  }));
  // A thousand flows of 48 pixels and the headings of seven apps.
  expect(whole).toBe(1000 * 48 + 7 * 26);
  const first = await options.first().textContent();
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect(options.first()).not.toHaveText(first ?? '');
  await few();

  await list.focus();
  await page.keyboard.press('End');
  await expect(list.getByRole('option', { selected: true })).toBeInViewport({ ratio: 0.9 });
  expect(await list.evaluate(({ scrollTop }) => scrollTop)).toBe(whole - view);
  await few();
});
