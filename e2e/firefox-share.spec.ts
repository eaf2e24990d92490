import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readInput } from '../src/cli/read-input.ts';
import { isProblem } from '../src/engine/http/problem.ts';
import { expect, test } from './firefox/fixtures.ts';
import { logIn } from './firefox/log-in.ts';
import { beginAnew, look } from './firefox/panel.ts';
import type { Toolbox } from './firefox/toolbox.ts';

test.describe.configure({ mode: 'default' });

test.beforeEach(async ({ firefox, stage }) => {
  await beginAnew(firefox);
  await logIn(firefox.tab, stage.app);
  await expect.poll(async () => (await look(firefox)).flows.join()).toContain('Succeeded');
});

const button = (words: string): string => `//button[normalize-space()="${words}"]`;
const item = (words: string): string =>
  `//button[@role="menuitem"][starts-with(normalize-space(), "${words}")]`;
const close = `//dialog${button('Close')}`;
const saidStatus = `return document.querySelector('dialog [role=status]').innerText`;
const shownFile = `return document.querySelector('dialog .save code')?.innerText ?? ''`;
const save = `[...document.querySelectorAll('dialog button')].find((it) => it.innerText === 'Save').click();`;

/** The file that the export dialog, which stays open, saves in this format. */
async function exported(toolbox: Toolbox, format: string, name: RegExp): Promise<string> {
  await toolbox.press(button('Export'));
  await expect
    .poll(() => toolbox.inPanel(`return document.querySelector('dialog .format select') !== null`))
    .toBe(true);
  await toolbox.inPanel(`
    const choice = document.querySelector('dialog .format select');
    choice.value = '${format}';
    choice.dispatchEvent(new window.Event('change', { bubbles: true }));`);
  await expect.poll(() => toolbox.inPanel(shownFile)).toMatch(name);
  return toolbox.download(save);
}

test('Copy puts on the clipboard what Export saves', async ({ firefox: { toolbox } }) => {
  await toolbox.press(button('Copy'));
  await toolbox.press(item('For support'));
  await expect.poll(() => toolbox.clipboard()).toMatch(/^## The login succeeded/u);
  const copied = await toolbox.clipboard();
  const file = await exported(toolbox, 'markdown', /-succeeded\.md$/u);
  expect(basename(file)).toBe(await toolbox.inPanel(shownFile));
  expect(readFileSync(file, 'utf8')).toBe(copied);
  await toolbox.press(close);
});

test('the picture is saved as a PNG, 1200 pixels wide, and Firefox lets the panel copy it', async ({
  firefox: { toolbox },
}) => {
  await toolbox.press(button('Copy'));
  await toolbox.press(item('Picture'));
  await toolbox.press(button('Copy picture'));
  await expect.poll(() => toolbox.inPanel(saidStatus)).toBe('Copied');
  const file = await toolbox.download(save);
  expect(basename(file)).toMatch(/-succeeded\.png$/u);
  const png = readFileSync(file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1200);
  await toolbox.press(close);
});

test('the HAR opens in Firefox’s own Network panel, with every request of the login', async ({
  firefox: { toolbox },
}) => {
  const file = await exported(toolbox, 'har', /-succeeded\.har$/u);
  await toolbox.press(close);
  const exchanges = readInput(readFileSync(file), 'login.har');
  if (isProblem(exchanges)) throw new Error(exchanges.reason);
  expect(exchanges.length).toBeGreaterThan(4);
  const listed = await toolbox.importHar(basename(file), readFileSync(file, 'utf8'));
  expect(listed).toEqual(exchanges.map(({ method, url, status }) => `${method} ${url} ${status}`));
});
