import type { BrowserContext, Frame, Page } from '@playwright/test';

/** One inspected tab and the DevTools window that belongs to it. */
export interface InspectedTab {
  readonly tab: Page;
  readonly devtools: Page;
}

const isDevtools = (page: Page): boolean => page.url().startsWith('devtools://');

async function nextDevtools(context: BrowserContext, known: ReadonlySet<Page>): Promise<Page> {
  const isOurs = (page: Page): boolean => !known.has(page) && isDevtools(page);
  return context.pages().find(isOurs) ?? context.waitForEvent('page', { predicate: isOurs });
}

/** Opens a tab and pairs it with its DevTools window, the one that was not there before. */
export async function openInspectedTab(context: BrowserContext): Promise<InspectedTab> {
  const known = new Set(context.pages());
  const devtools = nextDevtools(context, known);
  const tab = await context.newPage();
  return { tab, devtools: await devtools };
}

/** Selects our panel in a DevTools window, as a click on its tab would, and answers the panel's document. */
export async function showPanel(devtools: Page, title = 'Grantscope'): Promise<Frame> {
  // DevTools' own front end is a set of modules at addresses that only its page can load; we name our tab by title.
  const script = `(async () => {
    const ui = await import('devtools://devtools/bundled/ui/legacy/legacy.js');
    const view = ui.InspectorView.InspectorView.instance();
    const tab = view.tabbedPane.tabs.find((each) => each.title === ${JSON.stringify(title)});
    if (tab === undefined) return false;
    await view.showPanel(tab.id);
    return true;
  })()`;
  await devtools.waitForFunction(script);
  const isPanel = (frame: Frame): boolean => frame.url().endsWith('/panel.html');
  const frame =
    devtools.frames().find(isPanel) ??
    (await devtools.waitForEvent('framenavigated', { predicate: isPanel }));
  await frame.waitForLoadState();
  return frame;
}
