import { expect, test } from './support/plain-panel.ts';

test('the filter takes words, fields and what to leave out, and offers what would find something', async ({
  openScene,
  page,
}) => {
  await openScene('failed-redirect-uri');
  const flows = page
    .getByRole('listbox', { name: 'Flows' })
    .getByRole('option')
    .filter({ hasNotText: /refresh/u });
  const filter = page.getByLabel('Filter flows');
  await expect(flows).toHaveCount(3);
  await filter.fill('error:invalid_grant');
  await expect(flows).toHaveCount(1);
  await filter.fill('-error:invalid_grant');
  await expect(flows).toHaveCount(2);
  await filter.fill('client:spa parameter:code_challenge');
  await expect(flows).toHaveCount(3);
  await filter.fill('host:spa');
  await expect(flows).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'No login matches.' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(flows).toHaveCount(3);
  await expect(filter).toHaveValue('');

  const offered = await page
    .locator('#filter-suggestions option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
  expect(offered.map((words) => words.replace(/:.*/u, ''))).toEqual(
    expect.arrayContaining(['host', 'client', 'error']),
  );
  for (const words of offered) {
    await filter.fill(words);
    await expect(flows, words).not.toHaveCount(0);
  }
});

test('of this tab are its own logins, those of its frames and of its popups; all tabs are listed on demand', async ({
  openScene,
  page,
}) => {
  await openScene('placed');
  const flows = page.getByRole('listbox', { name: 'Flows' }).getByRole('option');
  await expect(flows).toHaveText([/· popup/u, /· frame/u, /· own/u]);
  await expect(page.getByRole('contentinfo')).toContainText('3 of 4 flows');
  await page.getByRole('button', { name: 'This tab' }).click();
  await expect(flows).toHaveText([/· other/u, /· popup/u, /· frame/u, /· own/u]);
});

test('only problems are listed on demand', async ({ openScene, page }) => {
  await openScene('failed-redirect-uri');
  await page.getByRole('button', { name: 'Problems only' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('1 of 3 flows');
  await expect(page.getByRole('listbox', { name: 'Flows' }).getByRole('option')).toHaveText([/Failed/u]);
});

test('logins stand under their app, and a broker’s inner login under the outer one', async ({
  openScene,
  page,
}) => {
  await openScene('brokered');
  const list = page.getByRole('listbox', { name: 'Flows' });
  await expect(list.locator('.group')).toHaveText(['https://app.test']);
  const left = (index: number): Promise<number> =>
    list
      .getByRole('option')
      .nth(index)
      .evaluate((option) => option.querySelector('.who b')?.getBoundingClientRect().left ?? 0);
  await expect(list.getByRole('option')).toHaveText([/Keycloak/u, /accounts\.google\.com/u]);
  expect(await left(1)).toBeGreaterThan(await left(0));
});
