import { openInspectedTab, showPanel } from '../support/devtools.ts';
import { launch } from '../support/launch.ts';
import { logInBy } from '../support/log-in-by.ts';
import { panelView } from '../support/panel.ts';
import type { DemoBrowser } from './demo-browser.ts';

/** Puts a picture of the inspected page where the browser shows the page itself. */
async function showBeside(source: string): Promise<void> {
  const picture = document.createElement('img');
  Object.assign(picture, { id: 'demo-page', src: source });
  Object.assign(picture.style, { position: 'fixed', inset: '0 auto auto 0' });
  document.body.append(picture);
  await picture.decode();
}

/** Chromium with DevTools docked and our panel shown. */
export async function startChromium(headed: boolean): Promise<DemoBrowser> {
  const { context, close } = await launch({ headed });
  const { tab, devtools } = await openInspectedTab(context);
  const panel = panelView(await showPanel(devtools), devtools);
  return {
    name: `Chromium ${context.browser()?.version() ?? ''}`,
    logIn: async (app, { fault, way }) => {
      await context.clearCookies();
      return logInBy(tab, app, fault, way);
    },
    look: async () => ({
      flows: await panel.flows().allInnerTexts(),
      sentence: (await panel.sentence.allInnerTexts()).join(' '),
    }),
    picture: async (file) => {
      // The inspected page is drawn by another process and missing from a picture of its DevTools.
      const page = (await tab.screenshot()).toString('base64');
      await devtools.evaluate(showBeside, `data:image/png;base64,${page}`);
      await devtools.screenshot({ path: file });
      await devtools.evaluate(() => document.querySelector('#demo-page')?.remove());
    },
    exportTrace: async (file) => (await panel.exportTrace()).saveAs(file),
    clear: () => panel.clear(),
    close,
  };
}
