import { setTimeout } from 'node:timers/promises';
import { expect, type BrowserContext, type Worker } from '@playwright/test';

/** How long the demo and the pictures wait, too, which run without the tests' settings. */
export const patience = { timeout: 30_000 };

/** The extension's service worker as first started; of no use once it was killed. */
export async function firstWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

/** Waits until the extension records, as its button in the toolbar says. */
export async function untilRecording(context: BrowserContext): Promise<void> {
  const worker = await firstWorker(context);
  const title = (): Promise<string> => worker.evaluate(() => chrome.action.getTitle({}));
  await expect.poll(title, patience).toMatch(/: recording/u);
}

/** The worker as the browser's own list of targets has it. */
export interface WorkerProcess {
  isRunning(): Promise<boolean>;
  /** Ends the worker as the browser does when it is idle; the next event, or a devtools page, starts another. */
  kill(): Promise<void>;
}

/** Looks past Playwright, which keeps listing a worker that is gone. */
export async function workerProcess(context: BrowserContext): Promise<WorkerProcess> {
  const worker = await firstWorker(context);
  const url = worker.url();
  const browser = context.browser();
  if (browser === null) throw new Error('The context has no browser.');
  const session = await browser.newBrowserCDPSession();

  async function targets(): Promise<readonly string[]> {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos
      .filter((each) => each.type === 'service_worker' && each.url === url)
      .map(({ targetId }) => targetId);
  }

  async function isRunning(): Promise<boolean> {
    return (await targets()).length > 0;
  }

  return {
    isRunning,
    kill: async () => {
      const [targetId] = await targets();
      if (targetId === undefined) throw new Error('The worker does not run.');
      // A devtools page wakes the next worker at once, under the same target: only what it remembers tells it apart.
      await worker.evaluate(() => Object.assign(globalThis, { isOld: true }));
      await session.send('Target.closeTarget', { targetId });
      // In between there is nobody to ask, and without DevTools nobody wakes the next.
      const isOld = (): Promise<boolean> => worker.evaluate(() => 'isOld' in globalThis).catch(() => true);
      // What is asked of a worker in the moment in which it ends is never answered.
      const unanswered = (): Promise<boolean> => setTimeout(1_000, true, { ref: false });
      await expect
        .poll(async () => (await isRunning()) && (await Promise.race([isOld(), unanswered()])))
        .toBe(false);
    },
  };
}
