import type { Worker } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { openPanelInTab } from './support/panel-in-tab.ts';
import type { PanelView } from './support/panel.ts';
import { hookedWorlds, untilHooked } from './support/record-always.ts';
import { firstWorker, workerProcess } from './support/worker.ts';

const states = {
  off: { badge: '', words: 'Recording off', why: 'Recording off' },
  devtools: { badge: '●', words: 'Recording', why: 'Recording while a DevTools window is open' },
  always: { badge: 'REC', words: 'Recording', why: 'Recording always, as the settings say' },
} as const;

async function shown(worker: Worker, panel: PanelView): Promise<object> {
  return {
    badge: await worker.evaluate(() => chrome.action.getBadgeText({})),
    words: (await panel.recording.textContent())?.trim(),
    why: await panel.recording.getAttribute('title'),
  };
}

/** A click on the toolbar button, which is outside of any page: the browser's own event, without the hand. */
async function clickButton(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const clicked: { readonly dispatch?: (tab: object) => void } & object = chrome.action.onClicked;
    if (clicked.dispatch === undefined) throw new Error('The event cannot be dispatched.');
    clicked.dispatch({ id: 1 });
  });
}

test('the badge and the panel say the same, whoever changes it: DevTools, the button, the settings, a new worker', async ({
  extension,
  inspected,
  openPanel,
}) => {
  const worker = await firstWorker(extension);
  const docked = await openPanel();
  await expect.poll(() => shown(worker, docked)).toEqual(states.devtools);

  await clickButton(worker);
  await expect.poll(() => shown(worker, docked)).toEqual(states.always);
  await clickButton(worker);
  await expect.poll(() => shown(worker, docked)).toEqual(states.devtools);

  await docked.choose('Record always');
  await expect.poll(() => shown(worker, docked)).toEqual(states.always);
  await (await workerProcess(extension)).kill();
  await expect.poll(() => shown(worker, docked)).toEqual(states.always);
  await docked.choose('Record always');
  await expect.poll(() => shown(worker, docked)).toEqual(states.devtools);

  const alone = await openPanelInTab(extension, docked);
  await expect.poll(() => shown(worker, alone)).toEqual(states.devtools);
  await inspected.tab.close();
  for (const page of extension.pages()) if (page.url().startsWith('devtools://')) await page.close();
  await expect.poll(() => shown(worker, alone)).toEqual(states.off);
  await expect.poll(() => hookedWorlds(extension)).toEqual([]);
  await clickButton(worker);
  await expect.poll(() => shown(worker, alone)).toEqual(states.always);
  await untilHooked(extension);
});
