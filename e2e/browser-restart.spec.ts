import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { launch } from './support/launch.ts';
import { storedExchanges, stepsOf } from './support/log.ts';
import { logIn } from './support/log-in.ts';
import { recordAlways, untilHooked } from './support/record-always.ts';
import { removeProfile } from './support/remove-profile.ts';
import { firstWorker, untilRecording } from './support/worker.ts';

const wholeLogin = ['navigation /auth 303', 'navigation /callback.html 200', 'fetch /token 200 with body'];

test('a restart of the browser takes the log with it, and leaves the settings', async ({ stage }) => {
  const profile = mkdtempSync(join(tmpdir(), 'grantscope-restarted-'));
  const first = await launch({ devtools: false, profile });
  await recordAlways(first.context);
  const before = await firstWorker(first.context);
  await logIn(await first.context.newPage(), stage.app);
  await expect.poll(async () => stepsOf(await storedExchanges(before), stage.app)).toEqual(wholeLogin);
  const onDisk = await before.evaluate(() => chrome.storage.local.get(null));
  expect(onDisk).toEqual({ recordAlways: true, pageHook: true, logSize: 5_000 });
  await first.close();

  const second = await launch({ devtools: false, profile });
  // Nothing of ours is open: the browser's start alone has it record again.
  await untilRecording(second.context);
  await untilHooked(second.context);
  const after = await firstWorker(second.context);
  expect(await storedExchanges(after)).toEqual([]);
  expect(await after.evaluate(() => chrome.storage.local.get(null))).toEqual(onDisk);
  const tab = await second.context.newPage();
  // The tenant may know its user from before; the app logs in anew.
  await tab.context().clearCookies();
  await logIn(tab, stage.app);
  await expect.poll(async () => stepsOf(await storedExchanges(after), stage.app)).toEqual(wholeLogin);
  await second.close();
  await removeProfile(profile);
});
