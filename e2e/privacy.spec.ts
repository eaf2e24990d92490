import { expect, type Worker } from '@playwright/test';
import { launch } from './support/launch.ts';
import { placesOf, requestsOf, sharedPlacesOf } from './support/traces-left.ts';
import { recordedLogin } from './support/whole-login.ts';
import { test } from './support/with-stage.ts';
import { firstWorker } from './support/worker.ts';

// What docs/privacy.md says of the disk and of the network.

/** Where Chromium itself keeps addresses, and pages as they came; no extension can write there. */
const browsersOwn =
  /in (?:segmentation_platform\/|Default\/(?:History|Favicons|Top Sites|Shortcuts|Visited Links|Network Action Predictor|Sessions|Cache|Code Cache))/u;

/** What the app's own page keeps, in databases that are told apart by the origin that wrote. */
const ofPages = /in Default\/(?:Local|Session) Storage$/u;

test('a login with the panel open and its export on the screen leaves no secret of the extension’s on the disk, and asks nobody', async ({
  stage,
}, testInfo) => {
  const [profile, netLog] = [testInfo.outputPath('profile'), testInfo.outputPath('net-log.json')];
  const browser = await launch({ profile, netLog });
  const origin = originOf(await firstWorker(browser.context));
  const secrets = await recordedLogin(browser, stage);
  await browser.close();

  const places = placesOf(secrets, profile);
  expect(places, 'the app keeps its tokens, so that the search finds what is there').toContain(
    'access_token in Default/Session Storage',
  );
  expect(places.filter((place) => !browsersOwn.test(place) && !ofPages.test(place))).toEqual([]);
  expect(sharedPlacesOf(origin, profile)).toEqual([]);
  expect(requestsOf(origin, netLog)).toEqual([]);
});

test('what an extension does store or ask would be found', async ({ stage }, testInfo) => {
  const [profile, netLog] = [testInfo.outputPath('profile'), testInfo.outputPath('net-log.json')];
  const browser = await launch({ profile, netLog });
  const worker = await firstWorker(browser.context);
  const secrets = await recordedLogin(browser, stage);
  const origin = originOf(worker);
  const token = secrets.get('access_token') ?? '';
  await worker.evaluate(
    async ([value, app]) => {
      await chrome.storage.local.set({ value });
      await fetch(app);
    },
    [token, `${stage.app}/`] as const,
  );
  const page = await browser.context.newPage();
  await page.goto(`${origin}/src/panel/panel.html`);
  await page.evaluate((value) => localStorage.setItem('key', value), token);
  await browser.close();
  expect(placesOf(secrets, profile)).toContain('access_token in Default/Local Extension Settings');
  expect(sharedPlacesOf(origin, profile)).toEqual(['Local Storage']);
  expect(requestsOf(origin, netLog)).toContain(`${stage.app}/`);
});

/** The extension's own; `URL.origin` knows no such scheme. */
function originOf(worker: Worker): string {
  return `chrome-extension://${new URL(worker.url()).host}`;
}
