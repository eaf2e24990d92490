import { expect, test } from './support/fixtures.ts';
import { launch } from './support/launch.ts';
import { storedExchanges, stepsOf } from './support/log.ts';
import { logIn } from './support/log-in.ts';
import { changeSettings, hookedWorlds, recordAlways } from './support/record-always.ts';
import { firstWorker } from './support/worker.ts';

test('with the setting off, pages get no hook and answers have no body, but the login is in the log', async ({
  stage,
}) => {
  const browser = await launch({ devtools: false });
  await recordAlways(browser.context);
  await changeSettings(browser.context, { pageHook: false });
  await expect.poll(() => hookedWorlds(browser.context)).toEqual([]);
  await logIn(await browser.context.newPage(), stage.app);
  const worker = await firstWorker(browser.context);
  await expect
    .poll(async () => stepsOf(await storedExchanges(worker), stage.app))
    .toEqual(['navigation /auth 303', 'navigation /callback.html 200', 'fetch /token 200']);
  await browser.close();
});
