import { expect, test } from './support/plain-panel.ts';

test('a row tells outcome, server, kind, duration, time and number of problems; refreshes stand below their login', async ({
  openScene,
  page,
}) => {
  await page.setViewportSize({ width: 2000, height: 800 });
  await openScene('failed-redirect-uri');
  const rows = page.getByRole('listbox', { name: 'Flows' }).getByRole('option');
  await expect(rows.nth(0)).toHaveText(
    /✕.*localhost:\d+ · oidc-provider.*\d\d:\d\d:\d\d.*Failed: invalid_grant · code \+ PKCE · 452 ms.*2 problems/u,
  );
  await expect(rows.nth(1)).toHaveText(/✓.*Succeeded · code \+ PKCE · 586 ms$/u);
  await expect(rows.nth(2)).toHaveText(/1 refresh\d\d:\d\d:\d\d$/u);
  await rows.nth(2).click();
  await expect(rows.nth(2)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: /^Step \d+: Refresh$/u })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: 'Step 1: Authorization request' })).toBeVisible();
  await openScene('brokered');
  await expect(rows.nth(0)).toHaveText(/Keycloak · shop/u);
});

test('causes that are not sure stand folded, each with what would decide it; those ruled out with the reason', async ({
  openScene,
  page,
}) => {
  await openScene('failed-late');
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict.getByRole('heading', { level: 1 })).toHaveText(/^Probably the code had expired/u);
  await expect(verdict).toContainText('To be sure: Compare the code’s age');
  await expect(verdict.getByRole('link', { name: 'RFC 6749 §4.1.2' })).toHaveAttribute(
    'href',
    /^https:\/\/.*rfc6749/u,
  );
  const others = verdict.getByRole('list').first();
  await expect(others).toBeHidden();
  await verdict.getByText('It could also be: 3 other causes').click();
  await expect(others.getByRole('listitem')).toHaveCount(3);
  for (const cause of await others.getByRole('listitem').all())
    await expect(cause).toContainText('What would decide it: ');
  await verdict.getByText(/^Ruled out: /u).click();
  await expect(verdict.getByRole('listitem').filter({ hasText: 'redirect_uri:' })).toBeVisible();
});

test('what a browser cannot see is said in the verdict', async ({ openScene, page }) => {
  await openScene('handed-to-server');
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(
    'Not seen The code went to a server, whose token request a browser cannot see',
  );
  await expect(page.getByRole('tab', { name: /^Not seen/u })).toHaveText(/1/u);
});
