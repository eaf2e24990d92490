import type { BrowserContext, Page, Worker } from '@playwright/test';

/** Errors and warnings of our own contexts, as they come. */
export type ConsoleErrors = readonly string[];

/**
 * Listens to the worker, and to the devtools page and panel inside a DevTools window. What the worker throws outside any
 * handler is turned into a console error in the worker itself, since the browser reports it to nobody else.
 */
export async function collectConsoleErrors(
  context: BrowserContext,
  worker: Worker,
  devtools: Page,
): Promise<ConsoleErrors> {
  const seen: string[] = [];
  context.on('console', (message) => {
    const isFault = message.type() === 'error' || message.type() === 'warning';
    const isOurs = message.worker() !== null || message.page() === devtools;
    const { url } = message.location();
    if (!isFault || !isOurs || url.startsWith('devtools://')) return;
    seen.push(url === '' ? message.text() : `${message.text()} [${url}]`);
  });
  devtools.on('pageerror', (error) => void seen.push(error.message));
  await worker.evaluate(() => {
    self.addEventListener('error', ({ message }) => console.error(message));
    self.addEventListener('unhandledrejection', ({ reason }) => console.error(String(reason)));
  });
  return seen;
}
