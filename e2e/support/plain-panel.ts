import { test as base, type Page } from '@playwright/test';
import { servePanelPage, type PanelPage } from '../panel-page/serve.ts';
import { openPlainBrowser } from './plain-browser.ts';

interface TestFixtures {
  /** Shows the panel in a plain page over a scene of `e2e/panel-page/scenes.ts`. */
  readonly openScene: (name: string) => Promise<Page>;
}

interface WorkerFixtures {
  readonly panelPage: PanelPage;
}

/** Playwright's `test` with the panel as a plain page, for what needs no DevTools. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  panelPage: [
    async ({}, use) => {
      const server = await servePanelPage();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({}, use) => {
      const browser = await openPlainBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  openScene: async ({ page, panelPage }, use) => {
    await use(async (name) => {
      await page.goto(panelPage.address + name);
      await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
      return page;
    });
  },
});

export { expect } from '@playwright/test';
