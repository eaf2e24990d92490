import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

/** Renders public/icon.svg at the sizes the manifest names; GRANTSCOPE_CHROMIUM may name the browser to use. */
const svg = await readFile('public/icon.svg', 'utf8');
const executablePath = process.env['GRANTSCOPE_CHROMIUM'];
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath === undefined ? {} : { executablePath }),
});
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  await page.screenshot({ path: `public/icon-${size}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
