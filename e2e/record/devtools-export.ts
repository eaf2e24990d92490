import type { Page } from '@playwright/test';
import { launch } from '../support/launch.ts';

/** What “Export HAR” of Chromium’s Network panel writes: with what is sensitive, and sanitized. */
export interface DevtoolsExport {
  readonly whole: string;
  readonly sanitized: string;
}

/** The front end’s own writer; its Save dialog cannot be answered without a screen. */
const write = (sanitize: boolean): string => `(async () => {
  const at = (path) => import('devtools://devtools/bundled/' + path);
  const [{ Progress }, har, logs] = await Promise.all([
    at('core/common/common.js'), at('models/har/har.js'), at('models/logs/logs.js'),
  ]);
  let text = '';
  const stream = { write: async (part) => void (text += part) };
  const requests = logs.NetworkLog.NetworkLog.instance().requests();
  await har.Writer.Writer.write(stream, requests, { sanitize: ${sanitize} }, new Progress.Progress());
  return text;
})()`;

/** Has a fresh Chromium with open DevTools do something, its log kept over navigations. */
export async function throughDevtools(play: (tab: Page) => Promise<unknown>): Promise<DevtoolsExport> {
  const { context, close } = await launch({ extension: false });
  const isDevtools = (page: Page): boolean => page.url().startsWith('devtools://');
  const devtools =
    context.pages().find(isDevtools) ?? (await context.waitForEvent('page', { predicate: isDevtools }));
  const tab = context.pages().find((page) => !isDevtools(page));
  if (tab === undefined) throw new Error('The browser has no tab.');
  await devtools.getByRole('tab', { name: 'Network' }).click();
  await devtools.getByRole('button', { name: 'Clear network log' }).waitFor();
  // “Don’t clear log on page reload / navigation”
  await devtools.getByRole('checkbox').first().check();
  await play(tab);
  const text = async (sanitize: boolean): Promise<string> =>
    String(await devtools.evaluate<unknown>(write(sanitize)));
  const exported = { whole: await text(false), sanitized: await text(true) };
  await close();
  return exported;
}
