import { expect, type BrowserContext, type Frame, type Page } from '@playwright/test';

/** Opens a DevTools on one tab, as its user would, and answers the window once our page in it listens. */
export async function openDevtools(context: BrowserContext, tab: Page): Promise<Page> {
  const browser = context.browser();
  if (browser === null) throw new Error('The context has no browser.');
  const known = new Set(context.pages());
  const [session, own] = await Promise.all([browser.newBrowserCDPSession(), context.newCDPSession(tab)]);
  const { targetInfo } = await own.send('Target.getTargetInfo');
  await session.send('Target.openDevTools', { targetId: targetInfo.targetId });
  const opened = (): Page | undefined =>
    context.pages().find((page) => !known.has(page) && page.url().startsWith('devtools://'));
  const ours = (): Frame | undefined =>
    opened()
      ?.frames()
      .find((frame) => frame.url().endsWith('/devtools.html'));
  await expect.poll(ours).toBeDefined();
  await ours()?.waitForLoadState();
  const devtools = opened();
  if (devtools === undefined) throw new Error('The DevTools went away.');
  return devtools;
}
