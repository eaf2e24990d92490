import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { servePanelPage } from '../panel-page/serve.ts';
import { openPlainBrowser } from '../support/plain-browser.ts';
import { dockedPicture } from './docked.ts';
import { exportPictures } from './export.ts';

// Draws the panel over its scenes at three widths, light and dark, into demo-output/pictures; with names as arguments
// only those. The best few go into docs/pictures, and the export (as an argument: `export`) is drawn there.
const root = join(import.meta.dirname, '../..');
const out = join(root, 'demo-output/pictures');
const docs = join(root, 'docs/pictures');

const sizes = [
  { width: 420, height: 900 },
  { width: 700, height: 760 },
  { width: 1400, height: 800 },
];

/** Scenes, with the name of a tab behind a colon. */
const everything = [
  ...[
    'failed-redirect-uri',
    'failed-late',
    'failed-tenant',
    'failed-reused',
    'failed-verifier',
    'failed-cors',
  ],
  ...['failed-at-authorize', 'failed-unknown-client', 'failed-on-server', 'handed-to-server', 'clean'],
  ...[
    'clean:Tokens',
    'handed-to-server:Not seen',
    'failed-redirect-uri:Findings',
    'failed-redirect-uri:Compare',
    'failed-redirect-uri:Raw',
  ],
  ...['device', 'brokered', 'failed-on-back-end'],
  ...['empty', 'off', 'restricted', 'viewer', 'thousand-logins'],
];

/** Pictures that the documentation shows, by the name they have there. */
const shown: Readonly<Record<string, string>> = {
  'two-tenants': 'failed-tenant-1400-light',
  'code-redeemed-twice': 'failed-reused-1400-dark',
  'handed-to-server': 'handed-to-server-700-light',
  narrow: 'failed-redirect-uri-420-dark',
  tokens: 'clean-tokens-700-light',
};

const named = process.argv.slice(2);
mkdirSync(out, { recursive: true });
mkdirSync(docs, { recursive: true });
const page = await servePanelPage();
const browser = await openPlainBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  const context = await browser.newContext({ colorScheme });
  const tab = await context.newPage();
  for (const scene of named.length > 0 ? named.filter((each) => each !== 'export') : everything) {
    const [name = '', view] = scene.split(':');
    await tab.goto(page.address + name);
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
    await tab.getByText(/^reading /u).waitFor({ state: 'detached' });
    if (view !== undefined) await tab.getByRole('tab', { name: view }).click();
    await tab.mouse.move(0, 0);
    for (const size of sizes) {
      await tab.setViewportSize(size);
      const path = `${scene.replaceAll(/[: ]/gu, '-').toLowerCase()}-${size.width}-${colorScheme}.png`;
      await tab.screenshot({ path: join(out, path), animations: 'disabled' });
      console.log(path);
    }
  }
  await context.close();
}
if (named.length === 0 || named.includes('export')) await exportPictures(browser, page.address, docs);
await page.close();
if (named.length === 0) {
  await dockedPicture(browser, join(docs, 'failed-redirect-uri.png'));
  for (const [name, from] of Object.entries(shown)) {
    copyFileSync(join(out, `${from}.png`), join(docs, `${name}.png`));
  }
  console.log('docs/pictures is made anew.');
}
await browser.close();
