import { startStage } from './servers/stage.ts';
import { expect, test } from './support/fixtures.ts';
import { launch } from './support/launch.ts';
import { logIn } from './support/log-in.ts';
import { firstWorker } from './support/worker.ts';

for (const devtools of [true, false]) {
  test(`a login is ${devtools ? 'kept while' : 'not kept when no'} DevTools is open`, async () => {
    const stage = await startStage();
    const browser = await launch({ devtools });
    const worker = await firstWorker(browser.context);
    await logIn(await browser.context.newPage(), stage.app);
    const kept = (): Promise<boolean> =>
      worker.evaluate(async () =>
        JSON.stringify(await chrome.storage.session.get(null)).includes('/callback.html'),
      );
    await expect.poll(kept).toBe(devtools);
    await browser.close();
    await stage.stop();
  });
}
