import { expect, test } from './support/fixtures.ts';
import { logIn } from './support/log-in.ts';
import { firstWorker } from './support/worker.ts';

test('what a login used that worked is on disk once the user switches that on, and gone when it is switched off', async ({
  stage,
  extension,
  inspected,
  openPanel,
}) => {
  const panel = await openPanel();
  const worker = await firstWorker(extension);
  const stored = (): Promise<unknown> =>
    worker.evaluate(async () => (await chrome.storage.local.get('successes'))['successes'] ?? 'nothing');
  await logIn(inspected.tab, stage.app);
  await expect(panel.flows('Succeeded')).toHaveCount(1);
  expect(await stored()).toBe('nothing');
  await panel.choose('Remember what worked');
  await expect.poll(stored).toEqual([
    {
      clientId: expect.any(String),
      authority: expect.any(String),
      grantType: 'authorization_code',
      redirectUri: new URL('/callback.html', stage.app).href,
      method: 'none',
      scope: expect.stringContaining('openid'),
      at: expect.any(Number),
    },
  ]);
  await panel.choose('Remember what worked');
  await expect.poll(stored).toBe('nothing');
});
