import { openInspectedTab } from './support/devtools.ts';
import { expect, test } from './support/fixtures.ts';
import { launch } from './support/launch.ts';
import { storedExchanges, stepsOf } from './support/log.ts';
import { logIn } from './support/log-in.ts';
import { hookedWorlds, untilHooked } from './support/record-always.ts';
import { firstWorker } from './support/worker.ts';

test('a login is kept only while DevTools is open', async ({ stage }) => {
  const browser = await launch({ devtools: false });
  const unseen = await browser.context.newPage();
  const worker = await firstWorker(browser.context);
  await logIn(unseen, stage.app);
  expect(await storedExchanges(worker)).toEqual([]);
  expect(await hookedWorlds(browser.context)).toEqual([]);
  await browser.close();

  const seen = await launch();
  const { tab } = await openInspectedTab(seen.context);
  await untilHooked(seen.context);
  await logIn(tab, stage.app);
  const steps = async (): Promise<readonly string[]> =>
    stepsOf(await storedExchanges(await firstWorker(seen.context)), stage.app);
  await expect
    .poll(steps)
    .toEqual(['navigation /auth 303', 'navigation /callback.html 200', 'fetch /token 200 with body']);
  await seen.close();
});
