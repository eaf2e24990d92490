import { showPanel } from './support/devtools.ts';
import { expect, test } from './support/fixtures.ts';
import { storedExchanges } from './support/log.ts';
import { logIn } from './support/log-in.ts';
import { firstWorker } from './support/worker.ts';

test('a smaller log drops old requests at once, keeps the login that failed, and is kept as a bare number', async ({
  stage,
  extension,
  inspected,
  openPanel,
}) => {
  const worker = await firstWorker(extension);
  const panel = await openPanel();
  await logIn(inspected.tab, stage.app, 'redirect-at-token');
  await expect(panel.sentence).toHaveText(/redirect_uri/u);
  await inspected.tab.evaluate(async () => {
    for (let sent = 0; sent < 220; sent += 55) {
      const calls = Array.from({ length: 55 }, (_, at) =>
        fetch(`/index.html?token=${sent + at}`, { method: 'POST', body: 'x' }),
      );
      await Promise.all(calls);
    }
  });
  const stored = async (): Promise<number> => (await storedExchanges(worker)).length;
  const answered = async (): Promise<number> => {
    const calls = (await storedExchanges(worker)).filter(({ url }) => url.includes('?token='));
    return new Set(calls.flatMap(({ url, status }) => (status === undefined ? [] : [url]))).size;
  };
  await expect.poll(answered).toBe(220);
  await expect(panel.notice(/dropped/u)).toHaveCount(0);

  const frame = await showPanel(inspected.devtools);
  await frame.getByRole('button', { name: 'Settings' }).click();
  const settings = frame.getByRole('dialog', { name: 'Settings' });
  await settings.getByLabel('Keep at most').selectOption('500 requests');
  await settings.getByRole('button', { name: 'Close' }).click();
  await expect(panel.notice(/the oldest \d+ requests were dropped/u)).toBeVisible();
  await expect.poll(stored).toBe(200);
  await expect(panel.flows('Failed')).toHaveCount(1);
  await expect(panel.sentence).toHaveText(/redirect_uri/u);

  const onDisk = await worker.evaluate(() => chrome.storage.local.get('logSize'));
  expect(onDisk).toEqual({ logSize: 500 });
  const next = await extension.newPage();
  await next.goto(frame.url());
  await next.getByRole('button', { name: 'Settings' }).click();
  await expect(next.getByLabel('Keep at most')).toHaveValue('500');
});
