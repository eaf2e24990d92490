import { expect, type BrowserContext, type Frame, type Page } from '@playwright/test';
import { patience, untilRecording } from './worker.ts';

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

const inspected = new WeakSet<Page>();

/** The tab that a browser opens by itself, while nobody has used it: a DevTools less on a busy machine. */
function unusedTab(context: BrowserContext): Page | undefined {
  const [tab, ...others] = context.pages().filter((page) => !isDevtools(page));
  return tab?.url() === 'about:blank' && others.length === 0 && !inspected.has(tab) ? tab : undefined;
}

/**
 * Opens a tab, or takes the one that the browser began with, pairs it with its DevTools window, and waits until we record and
 * our page in that very window listens: the DevTools of another tab may have started the recording.
 */
export async function openInspectedTab(context: BrowserContext): Promise<InspectedTab> {
  const first = unusedTab(context);
  const known = new Set(first === undefined ? context.pages() : []);
  const coming = nextDevtools(context, known);
  const tab = first ?? (await context.newPage());
  inspected.add(tab);
  const devtools = await coming;
  const ours = (): Frame | undefined => devtools.frames().find(isDevtoolsPage);
  await expect.poll(ours, patience).toBeDefined();
  await ours()?.waitForLoadState();
  await untilRecording(context);
  return { tab, devtools };
}

const isDevtoolsPage = (frame: Frame): boolean => frame.url().endsWith('/devtools.html');
const isPanel = (frame: Frame): boolean => frame.url().endsWith('/panel.html');

/**
 * Selects our panel in a DevTools window, as a click on its tab would, and answers the panel's document. Asks again until
 * the panel is there: a DevTools that still opens goes back to the panel of its own choice.
 */
export async function showPanel(devtools: Page, title = 'Grantscope'): Promise<Frame> {
  // Before its tabs are drawn, DevTools has no settings yet, and asking for its view would break it.
  await devtools.getByRole('tab', { name: 'Elements' }).waitFor();
  // DevTools' own front end is a set of modules at addresses that only its page can load; we name our tab by title.
  const select = `(async () => {
    const ui = await import('devtools://devtools/bundled/ui/legacy/legacy.js');
    const view = ui.InspectorView.InspectorView.instance();
    const tab = view.tabbedPane.tabs.find((each) => each.title === ${JSON.stringify(title)});
    if (tab !== undefined) await view.showPanel(tab.id);
  })()`;
  const panel = async (): Promise<Frame | undefined> => {
    await devtools.evaluate(select);
    return devtools.frames().find(isPanel);
  };
  await expect.poll(panel, patience).toBeDefined();
  const frame = await panel();
  if (frame === undefined) throw new Error('The panel went away.');
  await frame.waitForLoadState();
  await settle(frame);
  return frame;
}

/** DevTools still moves the frame of a panel that it has just shown, and a click at where it was would miss. */
async function settle(frame: Frame): Promise<void> {
  const element = await frame.frameElement();
  let before = '';
  const stays = async (): Promise<boolean> => {
    const place = JSON.stringify(await element.boundingBox());
    const same = place === before;
    before = place;
    return same;
  };
  await expect.poll(stays, { ...patience, intervals: [100] }).toBe(true);
}
