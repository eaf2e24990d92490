import { expect, test } from './support/plain-panel.ts';

test('what a parameter means is shown for the one at fault, for others on a click, for all on demand', async ({
  openScene,
  page,
}) => {
  await openScene('failed-redirect-uri');
  const step = page.getByRole('region', { name: /^Step 3: Token request$/u });
  const row = (name: string): ReturnType<typeof step.getByRole> =>
    step.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
  await expect(row('redirect_uri')).toContainText('must repeat it character for character');
  await expect(row('code')).not.toContainText('RFC 6749');

  const code = step.getByRole('button', { name: 'code', exact: true });
  await expect(code).toHaveAttribute('aria-expanded', 'false');
  await code.focus();
  await page.keyboard.press('Enter');
  await expect(code).toHaveAttribute('aria-expanded', 'true');
  await expect(row('code').getByRole('link')).toHaveText('RFC 6749 §4.1.2');
  await page.keyboard.press('Enter');
  await expect(row('code').getByRole('link')).toHaveCount(0);

  await step.getByRole('button', { name: 'Explain all' }).click();
  await expect(row('code_verifier').getByRole('link')).toHaveText('RFC 7636 §4.5');
  await page.getByRole('option', { name: /Authorization request/u }).click();
  await expect(
    page.getByRole('region', { name: /^Step 1/u }).getByRole('link', { name: 'RFC 6749 §2.2' }),
  ).toBeVisible();
});

test('a value at fault leads to the step that has the other one', async ({ openScene, page }) => {
  await openScene('failed-redirect-uri');
  const steps = page.getByRole('listbox', { name: 'Steps' });
  await page
    .getByRole('row', { name: /^redirect_uri/u })
    .getByRole('button', { name: 'Step 1 has' })
    .click();
  await expect(page.getByRole('region', { name: 'Step 1: Authorization request' })).toBeVisible();
  await expect(steps.getByRole('option', { selected: true })).toContainText('Authorization request');
});
