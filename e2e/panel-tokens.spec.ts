import { expect, test } from './support/plain-panel.ts';

test('a signed token is decoded in place, each claim explained and checked, times in words; an opaque one is told by its shape', async ({
  openScene,
  page,
}) => {
  await openScene('clean');
  await page.getByRole('tab', { name: /^Tokens/u }).click();
  const tokens = page.getByRole('tabpanel', { name: /^Tokens/u });
  const access = tokens.getByRole('region', { name: /^access_token/u });
  await expect(access).toContainText('opaque: only the server that made it can read it');
  await expect(access.getByRole('row')).toHaveCount(0);
  const id = tokens.getByRole('region', { name: /^id_token/u });
  await expect(id).toContainText('signed token (JWT)');
  await expect(id).toContainText('The signature was not checked: the keys of its issuer were not recorded.');
  const claim = (name: string): ReturnType<typeof id.getByRole> =>
    id.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(claim('alg')).toContainText('RS256');
  await expect(claim('aud')).toContainText('✓ is the client of this login');
  await expect(claim('aud')).toContainText('Who the token is for');
  await expect(claim('exp')).toContainText('60 min left when seen');
  await expect(claim('sub').locator('.masked')).toHaveCount(1);
});

test('two tokens are compared member by member, what differs first', async ({ openScene, page }) => {
  await openScene('device');
  await page.getByRole('tab', { name: /^Tokens/u }).click();
  await page.getByText('Compare two tokens').click();
  const offered = await page.getByLabel('First token').locator('option').allTextContents();
  expect(offered).toHaveLength(5);
  const like = (name: string): readonly string[] => offered.filter((each) => each.startsWith(name));
  const [first = '', second = ''] = like('access_token');
  await page.getByLabel('First token').selectOption(first);
  await page.getByLabel('Second token').selectOption(second);
  await expect(page.getByRole('table', { name: /^\d+ of \d+ differ; these first\.$/u })).toBeVisible();
  await page.getByLabel('Second token').selectOption(first);
  await expect(page.getByRole('table', { name: 'They are the same token.' })).toBeVisible();
});

for (const [scene, words, mark] of [
  ['device', 'The signature is valid by a key of the recorded keys document (RS256).', '✓'],
  ['forged', 'The signature does not fit a key of the recorded keys document.', '✕'],
] as const) {
  test(`the signature of a token is checked with the recorded keys: ${scene}`, async ({
    openScene,
    page,
  }) => {
    await openScene(scene);
    await page.getByRole('tab', { name: /^Tokens/u }).click();
    const tokens = page.getByRole('tabpanel').getByRole('region', { name: /^id_token/u });
    await expect(tokens).not.toHaveCount(0);
    for (const token of await tokens.all()) await expect(token).toContainText(`${mark} ${words}`);
  });
}

test('the hash of the code in an ID token is checked against the code that came with it', async ({
  openScene,
  page,
}) => {
  await openScene('hybrid');
  await page.getByRole('tab', { name: /^Tokens/u }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'c_hash' }) });
  await expect(row.first()).toContainText('✓ is the hash of the code');
});
