import { startStage } from './servers/stage.ts';
import { expect, test } from './support/fixtures.ts';
import { launch } from './support/launch.ts';
import { storedExchanges, stepsOf } from './support/log.ts';
import { logIn } from './support/log-in.ts';
import { firstWorker, workerProcess } from './support/worker.ts';

test('with "record always" a login is kept without DevTools, also by a worker that has to be started for it', async () => {
  const stage = await startStage();
  const browser = await launch({ devtools: false });
  const worker = await firstWorker(browser.context);
  const badge = (): Promise<string> => worker.evaluate(() => chrome.action.getBadgeText({}));
  await expect.poll(badge).toBe('');
  const tab = await browser.context.newPage();
  // No DevTools, no panel: another page of the extension says what the panel would.
  await tab.goto(new URL('/src/devtools/devtools.html', worker.url()).href);
  await tab.evaluate(() => {
    const port = chrome.runtime.connect({ name: 'panel' });
    port.postMessage({ type: 'change_settings', settings: { recordAlways: true } });
  });
  await expect.poll(badge).toBe('REC');
  const { kill } = await workerProcess(browser.context);
  await kill();
  await logIn(tab, stage.app);
  await expect
    .poll(async () => stepsOf(await storedExchanges(worker), stage.app))
    .toEqual(['navigation /auth 303', 'navigation /callback.html 200', 'fetch /token 200']);
  expect(await badge()).toBe('REC');
  await browser.close();
  await stage.stop();
});
