import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { startInspected } from '../firefox/inspected.ts';
import { logIn as logInInFirefox } from '../firefox/log-in.ts';
import { look } from '../firefox/panel.ts';
import { startStage } from '../servers/stage.ts';
import { openInspectedTab, showPanel } from '../support/devtools.ts';
import { launch } from '../support/launch.ts';
import { logIn } from '../support/log-in.ts';
import { openPanelInTab } from '../support/panel-in-tab.ts';
import { panelView } from '../support/panel.ts';
import { openPlainBrowser } from '../support/plain-browser.ts';

// The panel in Firefox's toolbox and, after the same logins and as large, in a tab of Chromium: at three widths, light and
// dark, left and right in one picture, in demo-output/both. Headless Firefox draws no scrollbars, so it is given a window
// where there is a display (`xvfb-run -s '-screen 0 2000x2200x24' npm run pictures:both`).
const out = join(import.meta.dirname, '../../demo-output/both');
const widths = [420, 700, 1400];
const logins = [
  { name: 'clean', fault: 'none', verdict: /succeeded/u, dialogs: [] },
  { name: 'failed', fault: 'redirect-at-token', verdict: /redirect_uri/u, dialogs: ['Settings', 'Export'] },
];

mkdirSync(out, { recursive: true });
const stage = await startStage();
const firefox = await startInspected({ headed: process.env['DISPLAY'] !== undefined });
const { context, close } = await launch();
const { tab, devtools } = await openInspectedTab(context);
const inspected = panelView(await showPanel(devtools), devtools);
const panel = await openPanelInTab(context, inspected);
const page = panel.sentence.page();
// The list is as wide as suits the panel when that is opened.
await page.setViewportSize({ width: 700, height: 885 });
await page.reload();
const plain = await openPlainBrowser();

for (const { name, fault, verdict, dialogs } of logins) {
  await firefox.tab.forgetCookies();
  await context.clearCookies();
  await logInInFirefox(firefox.tab, stage.app, fault);
  await logIn(tab, stage.app, fault);
  await panel.sentence.filter({ hasText: verdict }).waitFor();
  while (!verdict.test((await look(firefox)).sentence)) await pause(50);
  await pictures(name);
  for (const dialog of dialogs) {
    const button = (words: string): string =>
      `//button[normalize-space()="${words}" or @title="${words}" or @aria-label="${words}"]`;
    await firefox.toolbox.press(button(dialog));
    await page.getByRole('button', { name: dialog }).click();
    await pictures(`${name}-${dialog.toLowerCase()}`);
    await firefox.toolbox.press(`//dialog${button('Close')}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  }
}
await Promise.all([plain.close(), close(), firefox.stop()]);
await stage.stop();

/** Draws what both show now. */
async function pictures(name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await firefox.toolbox.useTheme(theme);
    await page.emulateMedia({ colorScheme: theme });
    for (const width of widths) {
      await firefox.toolbox.widen(width);
      const path = (of: string): string => join(out, `${name}-${width}-${theme}-${of}.png`);
      // Chromium's DevTools tells of a new size, and Firefox draws anew, for a moment.
      await page.setViewportSize({ width, height: 885 });
      await pause(1_500);
      await firefox.toolbox.picture(path('firefox'));
      await page.screenshot({ path: path('chromium'), animations: 'disabled' });
      await beside(plain, path('firefox'), path('chromium'), path('both'));
      console.log(path('both'));
    }
  }
}

/** Joins two pictures, the left one first. */
async function beside(browser: Browser, left: string, right: string, path: string): Promise<void> {
  const sheet = await browser.newPage();
  const images = [left, right].map(
    (file) => `<img src="data:image/png;base64,${readFileSync(file, 'base64')}">`,
  );
  await sheet.setContent(
    `<!doctype html><body style="margin:0;width:max-content;display:flex;align-items:start;gap:12px;background:#888">${images.join('')}`,
  );
  await sheet.locator('body').screenshot({ path });
  await sheet.close();
}
