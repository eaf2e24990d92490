import { openInspectedTab, showPanel } from '../support/devtools.ts';
import { launch } from '../support/launch.ts';
import { logIn } from '../support/log-in.ts';
import { panelView } from '../support/panel.ts';
import type { DemoBrowser } from './demo-browser.ts';

/** Chromium with DevTools docked and our panel shown. */
export async function startChromium(headed: boolean): Promise<DemoBrowser> {
  const { context, close } = await launch({ headed });
  const { tab, devtools } = await openInspectedTab(context);
  const panel = panelView(await showPanel(devtools), devtools);
  return {
    name: `Chromium ${context.browser()?.version() ?? ''}`,
    logIn: async (app, fault) => {
      await context.clearCookies();
      return logIn(tab, app, fault);
    },
    look: async () => ({
      flows: await panel.flows().allInnerTexts(),
      sentence: (await panel.sentence.allInnerTexts()).join(' '),
    }),
    picture: async (file) => void (await devtools.screenshot({ path: file })),
    exportTrace: async (file) => (await panel.exportTrace()).saveAs(file),
    close,
  };
}
