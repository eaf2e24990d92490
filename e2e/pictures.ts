import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { servePanelPage } from './panel-page/serve.ts';
import { openPlainBrowser } from './support/plain-browser.ts';

/** Draws the panel over its scenes at three widths, light and dark, into demo-output/pictures. */
const out = join(import.meta.dirname, '../demo-output/pictures');
const sizes = [
  { width: 420, height: 900 },
  { width: 700, height: 760 },
  { width: 1400, height: 800 },
];
const names = process.argv.slice(2);
const scenes =
  names.length > 0
    ? names
    : [
        'failed-redirect-uri',
        'failed-late',
        'failed-tenant',
        'failed-reused',
        'clean',
        'handed-to-server',
        'empty',
      ];

mkdirSync(out, { recursive: true });
const page = await servePanelPage();
const browser = await openPlainBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  const context = await browser.newContext({ colorScheme });
  const tab = await context.newPage();
  for (const scene of scenes) {
    const [name, view] = scene.split(':');
    await tab.goto(page.address + name);
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
    if (view !== undefined) await tab.getByRole('tab', { name: view }).click();
    for (const size of sizes) {
      await tab.setViewportSize(size);
      const path = join(out, `${scene.replace(':', '-').toLowerCase()}-${size.width}-${colorScheme}.png`);
      await tab.screenshot({ path, animations: 'disabled' });
      console.log(path);
    }
  }
  await context.close();
}
await browser.close();
await page.close();
