import { expect, test } from './support/plain-panel.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a step says in a sentence what it is, when it was sent and how long its answer took, with body and headers', async ({
  openScene,
  page,
}) => {
  await openScene('failed-redirect-uri');
  const step = page.getByRole('region', { name: 'Step 3: Token request' });
  await expect(step).toContainText('The app asks the token endpoint for tokens.');
  await expect(step).toContainText(
    /POST http:\/\/localhost:\d+\/token 400 sent \d\d:\d\d:\d\d, answered after \d+ ms/u,
  );
  await expect(step.getByRole('table', { name: 'Form body' })).toContainText('authorization_code');
  await expect(step.getByRole('table', { name: 'Answer, JSON' })).toContainText('invalid_grant');
  const headers = step.getByRole('table', { name: 'Request headers' });
  await expect(headers).toBeHidden();
  await step.getByText('Request headers').first().click();
  await expect(headers).toContainText('application/x-www-form-urlencoded');
});

test('a step is copied as curl, with a placeholder for each secret', async ({ openScene, page }) => {
  await openScene('failed-redirect-uri');
  const step = page.getByRole('region', { name: 'Step 3: Token request' });
  await step.getByRole('button', { name: 'Show code in full' }).click();
  const code = /[\w-]{43}/u.exec((await step.getByRole('row', { name: /^code /u }).innerText()) ?? '')?.[0];
  expect(code).toBeDefined();
  await step.getByRole('button', { name: 'Copy as curl' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^curl /u);
  expect(copied).toContain('grant_type=authorization_code');
  expect(copied).toMatch(/code_verifier/u);
  expect(copied).not.toContain(code);
});
