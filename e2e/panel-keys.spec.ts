import type { Exchange } from '../src/engine/http/exchange.ts';
import { shortcuts } from '../src/panel/views/shortcuts.ts';
import { fromTraceText } from '../src/testing/trace-text.ts';
import { expect, test } from './support/plain-panel.ts';

declare global {
  /** Takes what the worker would send; the page sets it. */
  // eslint-disable-next-line no-var
  var receive: (message: unknown) => void;
}

/** One more login, later than those of the recordings. */
const later: readonly Exchange[] = fromTraceText(
  'GET https://login.test/authorize?client_id=web&response_type=code&state=af0ifjsldkj&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 302 https://app.test/cb?error=access_denied&state=af0ifjsldkj tab=1',
).map((exchange) => ({ ...exchange, id: `later-${exchange.id}`, startedAt: Date.UTC(2030, 0, 1) }));

test('? lists every key, and Escape gives the focus back', async ({ openScene, page }) => {
  await openScene('failed-redirect-uri');
  const list = page.getByRole('listbox', { name: 'Flows' });
  await list.focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  for (const { shown, words } of shortcuts) {
    await expect(help.getByRole('row').filter({ hasText: shown }).filter({ hasText: words })).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(list).toBeFocused();
});

test('each key does what the help says of it, and types a letter in the filter', async ({
  openScene,
  page,
}) => {
  await openScene('failed-redirect-uri');
  const chosen = page.getByRole('listbox', { name: 'Flows' }).getByRole('option', { selected: true });
  await expect(chosen).toContainText('Failed');
  await page.keyboard.press('j');
  await expect(chosen).toContainText('Succeeded');
  await page.keyboard.press('k');
  await expect(chosen).toContainText('Failed');
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Problems only', pressed: true })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'This tab', pressed: false })).toBeVisible();
  await page.getByRole('button', { name: 'Show code in full' }).first().click();
  await expect(page.getByText('1 value shown in full')).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByText('1 value shown in full')).toHaveCount(0);
  await page.keyboard.press('/');
  const filter = page.getByLabel('Filter flows');
  await expect(filter).toBeFocused();
  await page.keyboard.type('jp?');
  await expect(filter).toHaveValue('jp?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('arrow keys go through the logins, the steps and the tabs', async ({ openScene, page }) => {
  await openScene('failed-redirect-uri');
  const flows = page.getByRole('listbox', { name: 'Flows' });
  await flows.focus();
  await page.keyboard.press('ArrowDown');
  await expect(flows.getByRole('option', { selected: true })).toContainText('Succeeded');
  await page.keyboard.press('Home');
  await expect(flows.getByRole('option', { selected: true })).toContainText('Failed');

  const steps = page.getByRole('listbox', { name: 'Steps' });
  await steps.focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('region', { name: 'Step 1: Authorization request' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('region', { name: 'Step 2: Authorization response' })).toBeVisible();

  await page.getByRole('tab', { name: 'Sequence' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Findings' })).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: 'Findings' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tabpanel', { name: 'Raw' })).toBeVisible();
});

for (const place of [
  { role: 'listbox', name: 'Flows', isChosen: true },
  { role: 'combobox', name: 'Filter flows', isChosen: true },
  // Whoever is at work in a login has chosen it.
  { role: 'listbox', name: 'Steps', isChosen: false },
  { role: 'button', name: 'Show code in full', isChosen: false },
  { role: 'tab', name: 'Sequence', isChosen: false },
] as const) {
  test(`a login that comes in leaves the focus at ${place.role} “${place.name}”, and what is shown`, async ({
    openScene,
    page,
  }) => {
    await openScene('failed-redirect-uri');
    const flows = page.getByRole('listbox', { name: 'Flows' });
    if (place.isChosen) await flows.getByRole('option').first().click();
    const held = page.getByRole(place.role, { name: place.name }).first();
    await held.focus();
    const news = page.getByRole('status').last();
    const said = await news.textContent();
    const before = await flows.getByRole('option').count();
    await page.evaluate(
      (exchanges) => globalThis.receive({ type: 'changed', sequence: 2, exchanges, removed: [] }),
      later,
    );
    await expect(flows.getByRole('option')).toHaveCount(before + 1);
    await expect(held).toBeFocused();
    await expect(flows.getByRole('option', { selected: true })).toContainText('invalid_grant');
    await expect(news).not.toHaveText(said ?? '');
    await page.getByRole('button', { name: 'Show it' }).click();
    await expect(flows.getByRole('option', { selected: true })).toContainText('access_denied');
  });
}
