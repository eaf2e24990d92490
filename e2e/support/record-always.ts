import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Settings } from '../../src/messaging/protocol.ts';
import { firstWorker } from './worker.ts';

/** Has the extension record always, without DevTools or a panel: another page of ours says what the panel would. */
export async function recordAlways(context: BrowserContext): Promise<void> {
  const worker = await firstWorker(context);
  const page = await changeSettings(context, { recordAlways: true });
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('REC');
  await untilHooked(context);
  await page.close();
}

/** Says what the panel's settings would; the page that says it may be closed once its effect is seen. */
export async function changeSettings(context: BrowserContext, settings: Partial<Settings>): Promise<Page> {
  const worker = await firstWorker(context);
  const page = await context.newPage();
  await page.goto(new URL('/src/devtools/devtools.html', worker.url()).href);
  await page.evaluate((changes) => {
    const port = chrome.runtime.connect({ name: 'panel' });
    port.postMessage({ type: 'change_settings', settings: changes });
  }, settings);
  return page;
}

/** Waits until pages that open from now on get the page hook. */
export async function untilHooked(context: BrowserContext): Promise<void> {
  await expect.poll(() => hookedWorlds(context)).toEqual(['ISOLATED', 'MAIN']);
}

/** The worlds that scripts of ours are registered for in pages that open from now on. */
export async function hookedWorlds(context: BrowserContext): Promise<readonly unknown[]> {
  const worker = await firstWorker(context);
  return worker.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).map(({ world }) => world),
  );
}
