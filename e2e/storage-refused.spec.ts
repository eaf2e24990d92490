import type { Worker } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { storedExchanges, stepsOf } from './support/log.ts';
import { logIn } from './support/log-in.ts';
import { firstWorker } from './support/worker.ts';

/** Leaves the browser's memory for extensions with less room than one exchange takes. */
async function fillStorage(worker: Worker): Promise<void> {
  await worker.evaluate(async () => {
    const { session } = chrome.storage;
    const room = session.QUOTA_BYTES - (await session.getBytesInUse(null));
    await session.set({ filler: 'x'.repeat(room - 150) });
  });
}

test('where the browser refuses to store the log, the login goes on in memory, the panel says so, and nothing is lost once there is room', async ({
  stage,
  extension,
  inspected,
  openPanel,
}) => {
  const worker = await firstWorker(extension);
  const panel = await openPanel();
  const refused = panel.notice(/The browser refused to keep the recording/u);
  await expect(panel.recording).toHaveText(/Recording/u);
  await fillStorage(worker);
  await logIn(inspected.tab, stage.app, 'redirect-at-token');
  await expect(panel.flows('Failed')).toHaveCount(1);
  await expect(panel.sentence).toHaveText(/redirect_uri/u);
  await expect(refused).toBeVisible();
  expect(await storedExchanges(worker)).toEqual([]);

  await worker.evaluate(() => chrome.storage.session.remove('filler'));
  await inspected.tab.reload();
  await expect(refused).toHaveCount(0);
  await expect
    .poll(async () => stepsOf(await storedExchanges(worker), stage.app))
    .toEqual(expect.arrayContaining(['navigation /auth 303', 'fetch /token 400 with body']));
  await expect(panel.flows('Failed')).toHaveCount(1);
});
