import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { servePanelPage, type PanelPage } from './panel-page/serve.ts';
import { openPlainBrowser } from './support/plain-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<readonly Violation[]>('axe.run().then(({ violations }) => violations)');
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

const views: readonly { readonly scene: string; readonly tab?: RegExp; readonly press?: string }[] = [
  { scene: 'failed-redirect-uri' },
  { scene: 'failed-redirect-uri', tab: /^Findings/u },
  { scene: 'clean', tab: /^Tokens/u },
  { scene: 'failed-redirect-uri', tab: /^Compare/u },
  { scene: 'failed-redirect-uri', tab: /^Not seen/u },
  { scene: 'failed-redirect-uri', tab: /^Raw/u },
  { scene: 'failed-redirect-uri', press: 'Show code in full' },
  { scene: 'failed-redirect-uri', press: 'Times to scale' },
  { scene: 'failed-redirect-uri', press: 'All redirects' },
  { scene: 'failed-late', press: 'Help' },
  { scene: 'clean', press: 'Settings' },
  { scene: 'failed-redirect-uri', press: 'Export' },
  { scene: 'failed-redirect-uri', press: 'Copy' },
  { scene: 'device' },
  { scene: 'device', tab: /^Tokens/u },
  { scene: 'brokered' },
  { scene: 'failed-on-back-end' },
  { scene: 'failed-tenant' },
  { scene: 'failed-reused' },
  { scene: 'failed-at-authorize' },
  { scene: 'failed-cors' },
  { scene: 'handed-to-server', tab: /^Not seen/u },
  { scene: 'clean' },
  { scene: 'empty' },
  { scene: 'off' },
  { scene: 'connecting' },
  { scene: 'restricted' },
  { scene: 'viewer' },
  { scene: 'viewer', press: 'Settings' },
];

let server: PanelPage;
let browser: Browser;
test.beforeAll(async () => {
  server = await servePanelPage();
  browser = await openPlainBrowser();
});
test.afterAll(async () => {
  await browser.close();
  await server.close();
});

test.setTimeout(240_000);
for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any view of the ${colorScheme} panel, wide or narrow`, async () => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    for (const { scene, tab, press } of views) {
      await page.setViewportSize({ width: 1400, height: 900 });
      await page.goto(server.address + scene);
      if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
      for (const summary of await page.locator('summary').all()) await summary.click();
      if (press !== undefined) await page.getByRole('button', { name: press }).first().click();
      const wide = await violations(page);
      await page.setViewportSize({ width: 380, height: 900 });
      expect([...wide, ...(await violations(page))], `${scene} ${String(tab)}`).toEqual([]);
    }
    await context.close();
  });
}
