import { expect, test } from './support/plain-panel.ts';

test('a failed login stands beside the last good one, with what differs marked', async ({
  openScene,
  page,
}) => {
  await openScene('failed-redirect-uri');
  await page.getByRole('button', { name: 'Compare with last good login' }).click();
  const compare = page.getByRole('tabpanel', { name: 'Compare' });
  await expect(compare.getByRole('row')).toHaveText([
    /^when it worked\s*http:\/\/localhost:\d+\/callback\.html$/u,
    /^this time\s*http:\/\/localhost:\d+\/callback\.html\/$/u,
  ]);
  await expect(compare.locator('mark')).toHaveText(['/']);
  await compare.getByRole('button', { name: /^login of/u }).click();
  await expect(
    page.getByRole('listbox', { name: 'Flows' }).getByRole('option', { selected: true }),
  ).toContainText('Succeeded');
});
