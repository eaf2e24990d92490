import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { servePanelPage } from '../panel-page/serve.ts';
import { openPlainBrowser } from '../support/plain-browser.ts';

// The pictures of docs/store, in the one size that all stores take, and the tile that the Chrome Web Store asks for. They show the panel alone: an address bar beside it
// would show a code.
const folder = join(import.meta.dirname, '../../docs/store');
const viewport = { width: 1280, height: 800 };

const pictures = [
  { name: '1-cause', scene: 'failed-redirect-uri', colorScheme: 'light' },
  { name: '2-two-tenants', scene: 'failed-tenant', colorScheme: 'dark' },
  { name: '3-tokens', scene: 'clean', view: 'Tokens', colorScheme: 'light' },
  { name: '4-not-seen', scene: 'handed-to-server', colorScheme: 'light' },
] as const;

const page = await servePanelPage();
const browser = await openPlainBrowser();
for (const { name, scene, colorScheme, ...more } of pictures) {
  const tab = await browser.newPage({ viewport, colorScheme });
  await tab.goto(page.address + scene);
  await tab.getByRole('heading', { level: 1 }).first().waitFor();
  if ('view' in more) await tab.getByRole('tab', { name: more.view }).click();
  await tab.mouse.move(0, 0);
  await tab.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  await tab.close();
}
const icon = await readFile(join(import.meta.dirname, '../../public/icon.svg'), 'utf8');
const tile = await browser.newPage({ viewport: { width: 440, height: 280 } });
await tile.setContent(`<style>
  body { margin: 0; height: 100vh; display: grid; place-content: center; justify-items: center; gap: 18px; background: #eef2fb }
  svg { width: 120px; height: 120px } b { font: 600 34px system-ui, sans-serif; color: #1c2230 }
</style>${icon}<b>Grantscope</b>`);
await tile.screenshot({ path: join(folder, 'tile.png') });
await browser.close();
await page.close();
