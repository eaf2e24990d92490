import type { Page } from '@playwright/test';
import { expect, test } from './support/plain-panel.ts';

/** What reaches over an edge: of the window, of the bar, of the row of tabs, of a line in the list. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const words = (element: Element): string =>
      `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`.slice(0, 80);
    const over = [...document.querySelectorAll('#panel *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isForReaders = getComputedStyle(element).clipPath !== 'none';
      return !isForReaders && width > 0 && (right > innerWidth + 0.5 || left < -0.5);
    });
    const lines = '.flow :is(.who, .what, b, .beside)';
    const scrolled = [
      ...document.querySelectorAll(`.toolbar, .tabs, .detail, .tab-body, dialog, ${lines}`),
    ].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    const ruler = document.createElement('canvas').getContext('2d');
    const cutHint = [...document.querySelectorAll('input')].filter((input) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(input);
      if (ruler === null || input.value !== '') return false;
      ruler.font = font;
      const room = input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      return ruler.measureText(input.placeholder).width > room;
    });
    return [...over, ...scrolled, ...cutHint].map(words);
  });
}

/** Words of the chart that run into the line of the lane their arrow ends at, or out of the head of their own. */
async function crossed(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll('.lane-head')].flatMap((head) =>
      [...(head.parentElement?.querySelectorAll('text') ?? [])]
        .filter((text) => text.getBoundingClientRect().width > head.getBoundingClientRect().width)
        .map(({ textContent }) => textContent),
    ),
    ...[...document.querySelectorAll('.sequence .row')].flatMap((row) => {
      const end = row.querySelector('.arrow')?.getBoundingClientRect().right ?? 0;
      return [...row.querySelectorAll('text:not(.time), .wire, .life')]
        .filter((part) => part.getBoundingClientRect().right > end + 4)
        .map(({ textContent }) => textContent);
    }),
  ]);
}

const scenes = [
  'failed-redirect-uri',
  'failed-tenant',
  'device',
  'brokered',
  'long',
  'handed-to-server',
  'failed-late',
  'empty',
  'off',
  'viewer',
  'restricted',
];

for (const width of [380, 420, 555, 700, 840, 970, 1400]) {
  test(`at ${width} pixels nothing is cut off, and the bar has two rows at the most`, async ({
    openScene,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const scene of scenes) {
      await openScene(scene);
      expect(await cutOff(page), scene).toEqual([]);
      expect(await crossed(page), scene).toEqual([]);
      const bar = await page.getByRole('toolbar').boundingBox();
      // Under 840 pixels a panel is docked at the side, where there is height.
      expect(bar?.height, scene).toBeLessThan(width < 840 ? 60 : 32);
    }
  });
}

test('rows of the list have their height at once, not with the next frame', async ({ openScene, page }) => {
  await page.setViewportSize({ width: 840, height: 900 });
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      const row = document.querySelector<HTMLElement>('.flow');
      if (row === null) return;
      observer.disconnect();
      // What the first drawing asks for itself is done in microtasks, all before a frame.
      const look = (turns: number): void => {
        if (turns > 0) queueMicrotask(() => look(turns - 1));
        else document.documentElement.dataset['firstHeight'] = row.style.height;
      };
      look(20);
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await openScene('handed-to-server');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const heights = await page.evaluate(() => [
    document.documentElement.dataset['firstHeight'],
    document.querySelector<HTMLElement>('.flow')?.style.height,
  ]);
  expect(heights).toEqual(['66px', '66px']);
});

test('in a narrow panel every tab and every dialog is whole', async ({ openScene, page }) => {
  await page.setViewportSize({ width: 380, height: 700 });
  await openScene('failed-redirect-uri');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    expect(await cutOff(page), await tab.innerText()).toEqual([]);
  }
  for (const name of ['Settings', 'Help', 'Export']) {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    expect(await cutOff(page), name).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
  }
});

test.describe('at 200 % zoom', () => {
  // A window 840 pixels wide, as the page in it sees it.
  test.use({ viewport: { width: 420, height: 400 }, deviceScaleFactor: 2 });
  test('a window of 840 pixels shows everything and can be worked', async ({ openScene, page }) => {
    await openScene('failed-redirect-uri');
    expect(await cutOff(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Raw' }).click();
    await expect(page.getByRole('tabpanel', { name: 'Raw' })).toBeInViewport();
    await page.getByRole('button', { name: 'Settings' }).click();
    const close = page.getByRole('dialog').getByRole('button', { name: 'Close' });
    await expect(close).toBeInViewport({ ratio: 1 });
    await close.click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
