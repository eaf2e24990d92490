import type { BrowserContext } from '@playwright/test';
import { collectConsoleErrors, type ConsoleErrors } from './console-errors.ts';
import { openInspectedTab, showPanel, type InspectedTab } from './devtools.ts';
import { launch } from './launch.ts';
import { panelView, type PanelView } from './panel.ts';
import { test as withStage } from './with-stage.ts';
import { firstWorker } from './worker.ts';

interface Fixtures {
  /** A browser of its own for each test, with the extension and a DevTools for each tab. */
  readonly extension: BrowserContext;
  readonly inspected: InspectedTab;
  readonly consoleErrors: ConsoleErrors;
  /** Shows our panel, once it is called. */
  readonly openPanel: () => Promise<PanelView>;
}

/** Playwright's `test` with real servers and a real DevTools panel. */
export const test = withStage.extend<Fixtures>({
  extension: async ({}, use) => {
    const { context, close } = await launch();
    await use(context);
    await close();
  },
  inspected: async ({ extension }, use) => use(await openInspectedTab(extension)),
  consoleErrors: async ({ extension, inspected }, use) => {
    const worker = await firstWorker(extension);
    await use(await collectConsoleErrors(extension, worker, inspected.devtools));
  },
  openPanel: async ({ inspected }, use) => {
    await use(async () => panelView(await showPanel(inspected.devtools), inspected.devtools));
  },
});

export { expect } from '@playwright/test';
