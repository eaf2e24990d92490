import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readInput } from '../src/cli/read-input.ts';
import { isProblem } from '../src/engine/http/problem.ts';
import { expect, test } from './firefox/fixtures.ts';
import { logIn } from './firefox/log-in.ts';
import { beginAnew, look } from './firefox/panel.ts';
import type { Toolbox } from './firefox/toolbox.ts';
import { tryToBreakOut } from './support/break-out.ts';

test.describe.configure({ mode: 'default' });

test.beforeEach(async ({ firefox, stage }) => {
  await beginAnew(firefox);
  await logIn(firefox.tab, stage.app);
  await expect.poll(async () => (await look(firefox)).flows.join()).toContain('Succeeded');
});

const button = (words: string): string => `//button[normalize-space()="${words}"]`;
const item = (words: string): string =>
  `//button[@role="menuitem"][starts-with(normalize-space(), "${words}")]`;
/** Errors and warnings about documents that were opened from a disk. */
const complaints = `return Services.console.getMessageArray()
  .filter((it) => it instanceof Ci.nsIScriptError && it.sourceName.startsWith('file:'))
  .map((it) => it.errorMessage);`;
const close = `//dialog${button('Close')}`;
const saidStatus = `return document.querySelector('dialog [role=status]').innerText`;
/** Notes what the panel hands to the clipboard on its way there: headless, Firefox keeps text on it and no picture. */
const noteHandedOver = `
  const { clipboard } = navigator;
  const write = clipboard.write.bind(clipboard);
  clipboard.write = (items) => write((window.handedOver = items));`;
const handedOver = `return window.handedOver[0].getType('image/png').then((png) => new Promise((done) => {
  const reader = new window.FileReader();
  reader.onload = () => done(reader.result);
  reader.readAsDataURL(png);
}));`;
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

test('the picture is saved as a PNG, 1200 pixels wide, and Firefox takes the same for the clipboard', async ({
  firefox: { toolbox },
}) => {
  await toolbox.press(button('Copy'));
  await toolbox.press(item('Picture'));
  await toolbox.inPanel(noteHandedOver);
  await toolbox.press(button('Copy picture'));
  await expect.poll(() => toolbox.inPanel(saidStatus)).toBe('Copied');
  const file = await toolbox.download(save);
  expect(basename(file)).toMatch(/-succeeded\.png$/u);
  const png = readFileSync(file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1200);
  expect(await toolbox.inPanel(handedOver)).toBe(`data:image/png;base64,${png.toString('base64')}`);
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

test('the HTML report shows the verdict from a disk, and its policy lets nothing in', async ({
  firefox: { tab, toolbox, privileged },
}) => {
  const file = await exported(toolbox, 'html', /-succeeded\.html$/u);
  await toolbox.press(close);
  await privileged('Services.console.reset();');
  await tab.goto(pathToFileURL(file).href);
  expect(await tab.textOf('//h1')).toMatch(/^The login succeeded/u);
  expect(await tab.run(`return getComputedStyle(document.querySelector('h1')).fontSize`)).toBe('26px');
  expect(await tab.run(`return performance.getEntriesByType('resource').map(({ name }) => name)`)).toEqual(
    [],
  );
  expect(await privileged(complaints)).toEqual([]);
  const stopped = await tab.run(`return (${tryToBreakOut.toString()})()`);
  expect(stopped).toEqual(['connect-src', 'img-src', 'script-src-elem']);
});
