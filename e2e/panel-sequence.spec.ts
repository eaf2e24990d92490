import type { Page } from '@playwright/test';
import { expect, test } from './support/plain-panel.ts';

const chart = (page: Page): ReturnType<Page['locator']> => page.locator('.sequence svg');

test('the failed step is marked, and the life of the code is a bar of its age against its lifetime', async ({
  openScene,
  page,
}) => {
  await openScene('failed-redirect-uri');
  const step = page.getByRole('listbox', { name: 'Steps' }).getByRole('option', { selected: true });
  await expect(step).toContainText('redirect_uri ≠');
  await expect(step.locator('.bad-text').last()).toHaveText('✕ 400 invalid_grant');
  await expect(step).toContainText('code age 105 ms of 1 min');
  const width = async (part: string): Promise<number> =>
    Number(await step.locator(part).getAttribute('width'));
  expect((await width('.life-used')) / (await width('.life'))).toBeLessThan(0.05);
  await openScene('failed-late');
  await expect(page.getByText('code age 3.3 s, lifetime not known')).toBeVisible();
  await expect(page.locator('.life')).toHaveCount(0);
});

test('times are drawn to scale on demand', async ({ openScene, page }) => {
  await openScene('failed-redirect-uri');
  const arrows = (): Promise<readonly number[]> =>
    chart(page)
      .locator('.row .arrow:not(.answer)')
      .evaluateAll((all) => all.map((arrow) => arrow.getBoundingClientRect().top));
  const [a = 0, b = 0, c = 0] = await arrows();
  expect(Math.abs(b - a - (c - b))).toBeLessThan(20);
  await page.getByRole('button', { name: 'Times to scale' }).click();
  // 342 ms, then 105 ms.
  const [start = 0, answer = 0, token = 0] = await arrows();
  const longer = (answer - start - (b - a)) / (token - answer - (c - b));
  expect(longer).toBeGreaterThan(342 / 105 - 0.2);
  expect(longer).toBeLessThan(342 / 105 + 0.2);
  await expect(chart(page)).toContainText('342 ms');
});

test('redirects inside the server are folded into a line, and a row each on demand', async ({
  openScene,
  page,
}) => {
  await openScene('clean');
  await expect(chart(page)).toContainText('5 redirects there');
  await expect(chart(page).locator('.row.hop')).toHaveCount(0);
  await page.getByRole('button', { name: 'All redirects' }).click();
  await expect(chart(page).locator('.row.hop')).toHaveCount(5);
  await expect(chart(page)).not.toContainText('5 redirects there');
});

test('what a server does out of sight is drawn as unseen, and cannot be chosen', async ({
  openScene,
  page,
}) => {
  await openScene('handed-to-server');
  const unseen = chart(page).locator('.row.unseen');
  await expect(unseen).toContainText('Token request');
  await expect(unseen).toContainText('from server to server, not visible here');
  await expect(unseen.locator('.arrow.ghost')).toHaveCount(1);
  const chosen = page.getByRole('listbox', { name: 'Steps' }).getByRole('option', { selected: true });
  await expect(chosen).toContainText('Authorization request');
  await unseen.click();
  await expect(chosen).toContainText('Authorization request');
  await page.getByRole('option', { name: /^Authorization response/u }).click();
  await expect(page.getByRole('region', { name: 'Step 2: Authorization response' })).toBeVisible();
});

test('a chart higher than the panel is drawn into the room there is', async ({ openScene, page }) => {
  await page.setViewportSize({ width: 1000, height: 360 });
  await openScene('failed-reused');
  const height = async (): Promise<number> => (await chart(page).boundingBox())?.height ?? 0;
  const whole = await height();
  expect(whole).toBeGreaterThan(360);
  await page.getByRole('button', { name: 'Fit' }).click();
  await expect(chart(page)).toBeInViewport({ ratio: 1 });
  expect(await height()).toBeLessThan(whole);
});

test('a print has the verdict, the chart and the chosen step, on white and masked', async ({
  openScene,
  page,
}) => {
  await page.addInitScript(() => {
    globalThis.print = () => void (document.title = 'printed');
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await openScene('failed-redirect-uri');
  await page.getByRole('button', { name: 'Print' }).click();
  expect(await page.title()).toBe('printed');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('toolbar')).toBeHidden();
  await expect(page.getByRole('listbox', { name: 'Flows' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible();
  await expect(chart(page)).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: /^Step 3/u })
      .locator('.masked')
      .first(),
  ).toBeVisible();
  const light = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(light).toBe('light');
});
