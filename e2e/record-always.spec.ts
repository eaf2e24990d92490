import { startStage } from './servers/stage.ts';
import { expect, test } from './support/fixtures.ts';
import { launch } from './support/launch.ts';
import { storedExchanges, stepsOf } from './support/log.ts';
import { logIn } from './support/log-in.ts';
import { recordAlways } from './support/record-always.ts';
import { firstWorker, workerProcess } from './support/worker.ts';

test('with "record always" a login is kept without DevTools, also by a worker that has to be started for it', async () => {
  const stage = await startStage();
  const browser = await launch({ devtools: false });
  const worker = await firstWorker(browser.context);
  const badge = (): Promise<string> => worker.evaluate(() => chrome.action.getBadgeText({}));
  await expect.poll(badge).toBe('');
  await recordAlways(browser.context);
  const tab = await browser.context.newPage();
  const { kill } = await workerProcess(browser.context);
  await kill();
  await logIn(tab, stage.app);
  await expect
    .poll(async () => stepsOf(await storedExchanges(worker), stage.app))
    .toEqual(['navigation /auth 303', 'navigation /callback.html 200', 'fetch /token 200 with body']);
  expect(await badge()).toBe('REC');
  await browser.close();
  await stage.stop();
});
