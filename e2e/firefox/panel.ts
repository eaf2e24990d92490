import { readFileSync, renameSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { PanelWords } from '../demo/demo-browser.ts';
import type { InspectedFirefox } from './inspected.ts';

const flows = `return [...document.querySelectorAll('[role=listbox][aria-label=Flows] [role=option]')].map((it) => it.innerText);`;
const sentence = `return document.querySelector('section[aria-label=Verdict] h1')?.innerText ?? '';`;
const exportIt = `[...document.querySelectorAll('button')].find((it) => it.innerText.startsWith('Export')).click();`;
const canSave = `return [...document.querySelectorAll('dialog button')].some((it) => it.innerText === 'Save');`;
const saveIt = `[...document.querySelectorAll('dialog button')].find((it) => it.innerText === 'Save').click();`;
const closeIt = `document.querySelector('dialog').close();`;

const forget = `document.querySelector('button[title^="Forget every recorded login"]').click();`;

const isText = (value: unknown): value is string => typeof value === 'string';

/** What the panel shows now. */
export async function look({ toolbox }: InspectedFirefox): Promise<PanelWords> {
  const listed = await toolbox.inPanel(flows);
  return {
    flows: Array.isArray(listed) ? listed.filter(isText) : [],
    sentence: String(await toolbox.inPanel(sentence)),
  };
}

/** Begins with an empty list and nobody signed in. */
export async function beginAnew(firefox: InspectedFirefox): Promise<void> {
  await firefox.tab.forgetCookies();
  // A press in the moment in which an event page stops goes to nobody.
  for (let round = 0; round === 0 || (await look(firefox)).flows.length > 0; round += 1) {
    if (round % 40 === 0) await firefox.toolbox.inPanel(forget);
    await pause(50);
  }
}

/** Saves as `file` what the panel's own dialog exports, once it is loaded and shows what it will save. */
export async function exportTrace({ toolbox }: InspectedFirefox, file: string): Promise<void> {
  await toolbox.inPanel(exportIt);
  while ((await toolbox.inPanel(canSave)) !== true) await pause(50);
  renameSync(await toolbox.download(saveIt), file);
  await toolbox.inPanel(closeIt);
}

/** Gives the panel's Import button a file. */
export async function importTrace({ toolbox }: InspectedFirefox, file: string): Promise<void> {
  await toolbox.inPanel(`
    const given = new window.DataTransfer();
    given.items.add(new window.File([${JSON.stringify(readFileSync(file, 'utf8'))}], 'trace.json'));
    const input = document.querySelector('input[type=file]');
    input.files = given.files;
    input.dispatchEvent(new window.Event('change', { bubbles: true }));`);
}

/** The whole verdict, in words. */
export async function verdict({ toolbox }: InspectedFirefox): Promise<string> {
  return String(
    await toolbox.inPanel(`return document.querySelector('section[aria-label=Verdict]')?.innerText ?? '';`),
  );
}
