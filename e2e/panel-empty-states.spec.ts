import { expect, test } from './support/plain-panel.ts';

test('an empty panel says what to do, and shows an example login on a click', async ({ openScene, page }) => {
  await openScene('empty');
  const article = page.getByRole('article');
  await expect(article).toContainText('the login appears here as it happens');
  await expect(article).toContainText('Log out first, or open the app in a private window');
  await expect(article).toContainText('A login can pass through any site, so all are listened to');
  await article.getByRole('button', { name: 'Show an example' }).click();
  await expect(page.getByText('Imported file: Example login')).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Flows' }).getByRole('option')).toHaveText([
    /Failed/u,
    /Succeeded/u,
  ]);
  await page.getByRole('button', { name: 'Back to live' }).click();
  await expect(article.getByRole('button', { name: 'Show an example' })).toBeVisible();
});

for (const [scene, heading] of [
  ['off', 'Recording is off.'],
  ['connecting', 'Connecting to the recorder…'],
  ['viewer', 'Open a recorded login.'],
] as const) {
  test(`the empty panel of the scene “${scene}” says so`, async ({ openScene, page }) => {
    await openScene(scene);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  });
}
