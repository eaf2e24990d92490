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

interface View {
  readonly scene: string;
  readonly tab?: RegExp;
  readonly press?: string;
  /** What else to do until the view is on the screen. */
  readonly reach?: (page: Page) => Promise<void>;
}

const views: readonly View[] = [
  { scene: 'failed-redirect-uri' },
  { scene: 'failed-redirect-uri', tab: /^Findings/u },
  { scene: 'clean', tab: /^Tokens/u },
  { scene: 'failed-redirect-uri', tab: /^Compare/u },
  { scene: 'failed-redirect-uri', tab: /^Not seen/u },
  { scene: 'failed-redirect-uri', tab: /^Raw/u },
  { scene: 'failed-redirect-uri', press: 'Show code in full' },
  { scene: 'failed-redirect-uri', press: 'Times to scale' },
  { scene: 'failed-redirect-uri', press: 'All redirects' },
  { scene: 'failed-redirect-uri', press: 'Explain all' },
  { scene: 'failed-redirect-uri', press: 'Fit' },
  { scene: 'handed-to-server' },
  { scene: 'failed-verifier' },
  { scene: 'clean-popup', press: 'This tab' },
  { scene: 'empty', press: 'Show an example' },
  { scene: 'failed-late', press: 'Help' },
  { scene: 'clean', press: 'Settings' },
  { scene: 'failed-redirect-uri', press: 'Export', reach: showReceipt },
  { scene: 'failed-redirect-uri', press: 'Export', reach: chooseNames },
  { scene: 'failed-redirect-uri', press: 'Export', reach: revealAll },
  { scene: 'failed-redirect-uri', press: 'Copy' },
  { scene: 'failed-redirect-uri', press: 'Masked' },
  { scene: 'failed-redirect-uri', press: 'Show code in full', reach: listShown },
  { scene: 'failed-redirect-uri', press: 'Copy', reach: drawPicture },
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
  // The last, since the page goes on failing.
  { scene: 'failed-redirect-uri', reach: failToDraw },
];

/** The preview of an export with the list of what is removed. */
async function showReceipt(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'What is removed' })).toContainText(/\d values? in \d/u);
}

/** The list of names whose values may stay. */
async function chooseNames(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Custom/u }).check();
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await showReceipt(page);
}

/** The warning in place of the receipt, when nothing is removed. */
async function revealAll(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Reveal/u }).check();
  await page.getByRole('textbox', { name: /type/iu }).fill('share the secrets');
  await expect(page.getByRole('alert')).toContainText('Nothing is removed');
}

/** The menu of what is shown in full. */
async function listShown(page: Page): Promise<void> {
  await page.getByRole('button', { name: '1 shown' }).click();
  await expect(page.getByRole('menuitem')).toHaveCount(2);
}

async function drawPicture(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: /^Picture/u }).click();
  await expect(page.getByRole('button', { name: 'Copy picture' })).toBeVisible();
}

/** A fault of ours: the browser refuses what the sequence needs. */
async function failToDraw(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { observe } = ResizeObserver.prototype;
    ResizeObserver.prototype.observe = function refuse(element) {
      if (element.className === 'sequence-place') throw new TypeError('refused');
      observe.call(this, element);
    };
  });
  await page.reload();
  await expect(page.getByRole('alert').getByRole('button', { name: 'Copy report' })).toBeVisible();
}

/** Our own documents that have all there is in any: places, tables, lists, code. */
const documents = ['rules.html#state-mismatch', 'capture.html', 'firefox.html'];

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

test.setTimeout(600_000);
for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any view of the ${colorScheme} panel, wide or narrow`, async () => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    for (const { scene, tab, press, reach } of views) {
      await page.setViewportSize({ width: 1400, height: 900 });
      await page.goto(server.address + scene);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
      if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
      for (const summary of await page.locator('summary').all()) await summary.click();
      if (press !== undefined) await page.getByRole('button', { name: press }).first().click();
      await reach?.(page);
      const wide = await violations(page);
      await page.setViewportSize({ width: 380, height: 900 });
      expect([...wide, ...(await violations(page))], `${scene} ${String(tab)}`).toEqual([]);
    }
    await context.close();
  });
  test(`axe finds nothing in our own documents, ${colorScheme}, wide or narrow`, async () => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    for (const document of documents) {
      await page.goto(new URL(`/docs/${document}`, server.address).href);
      for (const width of [1400, 380]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violations(page), `${document} ${width}`).toEqual([]);
      }
    }
    await context.close();
  });
}
