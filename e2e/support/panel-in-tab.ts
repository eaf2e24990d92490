import type { BrowserContext } from '@playwright/test';
import { panelView, type PanelView } from './panel.ts';

/** Opens our panel in a tab of its own by its link in another one; it needs no DevTools to stay. */
export async function openPanelInTab(context: BrowserContext, from: PanelView): Promise<PanelView> {
  const opened = context.waitForEvent('page', {
    predicate: (page) => page.url().endsWith('/src/panel/panel.html'),
  });
  await from.openInTab.click();
  const tab = await opened;
  return panelView(tab.mainFrame(), tab);
}
