import type { Browser } from '@playwright/test';
import { startStage } from '../servers/stage.ts';
import { openInspectedTab, showPanel } from '../support/devtools.ts';
import { launch } from '../support/launch.ts';
import { logIn } from '../support/log-in.ts';
import { panelView } from '../support/panel.ts';

/** A real DevTools beside a real app: a login that works, then one that does not. */
export async function dockedPicture(plain: Browser, path: string): Promise<void> {
  const stage = await startStage();
  const { context, close } = await launch();
  const { tab, devtools } = await openInspectedTab(context);
  const panel = panelView(await showPanel(devtools), devtools);
  await logIn(tab, stage.app);
  await context.clearCookies();
  await logIn(tab, stage.app, 'redirect-at-token');
  await panel.flows('Failed').waitFor();
  await panel.sentence.waitFor();
  const [app, tools] = [await tab.screenshot(), await devtools.screenshot()];
  await close();
  await stage.stop();
  // A picture of DevTools leaves out the page that it is docked beside.
  const page = await plain.newPage({ viewport: { width: 1400, height: 813 } });
  const source = (image: Buffer): string => `data:image/png;base64,${image.toString('base64')}`;
  await page.setContent(
    `<body style="margin:0;position:relative"><img src="${source(tools)}"><img src="${source(app)}" style="position:absolute;left:0;top:0">`,
  );
  await page.screenshot({ path });
  await page.close();
}
