import { expect, test } from './firefox/fixtures.ts';
import { logIn } from './firefox/log-in.ts';
import { beginAnew, look } from './firefox/panel.ts';
import { cancelPrint, openTabs, sheetsInPreview, showAs } from './firefox/print.ts';

test.describe.configure({ mode: 'default' });

test.beforeEach(async ({ firefox, stage }) => {
  await beginAnew(firefox);
  await logIn(firefox.tab, stage.app, 'redirect-at-token');
  await expect.poll(async () => (await look(firefox)).sentence).toMatch(/redirect_uri/u);
});

test.afterEach(async ({ firefox }) => {
  expect(await firefox.toolbox.errors()).toEqual([]);
});

const colours = `const { scrollbarColor } = getComputedStyle(document.querySelector('.detail'));
  return [getComputedStyle(document.body).backgroundColor, scrollbarColor]`;
/** Of the page and of its scrollbars, which else go by the desktop’s theme. */
const [dark, light] = [
  ['rgb(32, 33, 36)', 'rgb(111, 119, 135) rgba(0, 0, 0, 0)'],
  ['rgb(255, 255, 255)', 'rgb(142, 151, 168) rgba(0, 0, 0, 0)'],
];

test('a dark toolbox has a dark panel', async ({ firefox: { toolbox } }) => {
  await toolbox.useTheme('dark');
  await expect.poll(() => toolbox.inPanel(colours)).toEqual(dark);
  await toolbox.useTheme('light');
  await expect.poll(() => toolbox.inPanel(colours)).toEqual(light);
});

test('what has the focus has a ring, and keeps the focus when another login comes beside the chosen one', async ({
  stage,
  firefox,
}) => {
  const { tab, toolbox } = firefox;
  const focused = `const it = document.activeElement; return [it.tagName, it.innerText || it.value]`;
  const ring = `const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return [outlineStyle, outlineWidth]`;
  const places = [
    [
      `[...document.querySelectorAll('[role=tab]')].find((it) => it.innerText.startsWith('Sequence'))`,
      'BUTTON',
      'Sequence',
    ],
    [
      `[...document.querySelectorAll('button')].find((it) => it.innerText === 'Copy as curl')`,
      'BUTTON',
      'Copy as curl',
    ],
    [`document.querySelector('input[type=search]')`, 'INPUT', 'local'],
  ] as const;
  await toolbox.inPanel(`const it = document.querySelector('input[type=search]');
    it.value = 'local'; it.dispatchEvent(new window.Event('input', { bubbles: true }));`);
  await toolbox.press('//*[@role="listbox"][@aria-label="Flows"]//*[@role="option"]');
  for (const [at, [find, name, words]] of places.entries()) {
    await firefox.privileged('window.grantscopePanel.focus();');
    // The login that came last may just be drawn.
    await expect.poll(() => toolbox.inPanel(`return (${find}) !== undefined`)).toBe(true);
    await toolbox.inPanel(`(${find}).focus({ focusVisible: true })`);
    await expect.poll(() => toolbox.inPanel(ring)).toEqual(['solid', '2px']);
    await tab.forgetCookies();
    await logIn(tab, stage.app, 'redirect-at-token');
    await expect.poll(async () => (await look(firefox)).flows.length).toBe(at + 2);
    expect(await toolbox.inPanel(focused)).toEqual([name, words]);
  }
  await toolbox.inPanel(`const it = document.querySelector('input[type=search]');
    it.value = ''; it.dispatchEvent(new window.Event('input', { bubbles: true }));`);
});

test('on paper there is the verdict and the chart, dark on light, and nothing to press', async ({
  firefox,
}) => {
  const { toolbox } = firefox;
  const shown = (what: string): Promise<unknown> =>
    toolbox.inPanel(
      `return [...document.querySelectorAll('${what}')].filter((it) => it.checkVisibility()).length > 0`,
    );
  await toolbox.useTheme('dark');
  await expect.poll(() => toolbox.inPanel(colours)).toEqual(dark);
  expect(await shown('.toolbar')).toBe(true);
  await showAs(firefox, 'print');
  await expect.poll(() => toolbox.inPanel(colours)).toEqual(light);
  for (const gone of ['.toolbar', '.flows', '.tabs', '.verdict button'])
    expect(await shown(gone)).toBe(false);
  for (const there of ['.verdict h1', '.sequence', '.step']) expect(await shown(there)).toBe(true);
  await showAs(firefox, 'screen');
  await expect.poll(() => toolbox.inPanel(colours)).toEqual(dark);
  await toolbox.useTheme('light');
});

test('Print shows a preview, from a tab that is there as long as it takes', async ({ firefox }) => {
  const before = await openTabs(firefox);
  await firefox.toolbox.press('//button[.="Print"]');
  expect(await sheetsInPreview(firefox)).toBeGreaterThan(0);
  // The browser puts the new tab beside the one that is selected, which need not be the last.
  expect((await openTabs(firefox)).toSorted()).toEqual([...before, 'about:blank'].toSorted());
  await cancelPrint(firefox);
  await expect.poll(() => openTabs(firefox)).toEqual(before);
});
