import { expect, test } from './support/fixtures.ts';
import { storedExchanges, stepsOf } from './support/log.ts';
import { endOfLogin, logIn, passTenantPages } from './support/log-in.ts';
import { firstWorker } from './support/worker.ts';

test('a login in a popup is in the log, with both its tabs', async ({ stage, extension, inspected }) => {
  const { tab } = inspected;
  await tab.goto(stage.app);
  const popup = tab.waitForEvent('popup');
  await tab.getByRole('button', { name: 'Log in by popup' }).click();
  await passTenantPages(await popup);
  expect(await endOfLogin(tab)).toBe('Signed in as alice.');
  const worker = await firstWorker(extension);
  await expect
    .poll(async () => stepsOf(await storedExchanges(worker), stage.app))
    .toEqual(['navigation /auth 303', 'navigation /callback.html 200', 'fetch /token 200 with body']);
  const exchanges = await storedExchanges(worker);
  expect(new Set(exchanges.map(({ tab: id }) => id)).size).toBe(2);
});

test('a silent renew is in the log, with its frame', async ({ stage, extension, inspected }) => {
  const { tab } = inspected;
  await logIn(tab, stage.app, 'no-refresh-token');
  const worker = await firstWorker(extension);
  const renewed = tab.waitForResponse((response) => response.url().endsWith('/token'));
  await tab.getByRole('button', { name: 'Renew' }).click();
  await renewed;
  await expect
    .poll(async () => stepsOf(await storedExchanges(worker), stage.app).slice(3))
    .toEqual(['frame /auth 303', 'frame /silent.html 200', 'fetch /token 200 with body']);
  const frame = (await storedExchanges(worker)).find(({ url }) => url.includes('prompt=none'));
  expect(frame?.frame).toBeGreaterThan(0);
});
