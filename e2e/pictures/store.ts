import { join } from 'node:path';
import { servePanelPage } from '../panel-page/serve.ts';
import { openPlainBrowser } from '../support/plain-browser.ts';

// The pictures of docs/store, in the one size that all stores take. They show the panel alone: an address bar beside it
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
await browser.close();
await page.close();
