import { renameSync } from 'node:fs';
import type { PanelWords } from '../demo/demo-browser.ts';
import type { InspectedFirefox } from './inspected.ts';

const flows = `return [...document.querySelectorAll('[role=listbox][aria-label=Flows] [role=option]')].map((it) => it.innerText);`;
const sentence = `return document.querySelector('section[aria-label=Verdict] h1')?.innerText ?? '';`;
const exportIt = `[...document.querySelectorAll('button')].find((it) => it.innerText.startsWith('Export')).click();`;

const isText = (value: unknown): value is string => typeof value === 'string';

/** What the panel shows now. */
export async function look({ toolbox }: InspectedFirefox): Promise<PanelWords> {
  const listed = await toolbox.inPanel(flows);
  return {
    flows: Array.isArray(listed) ? listed.filter(isText) : [],
    sentence: String(await toolbox.inPanel(sentence)),
  };
}

/** Saves as `file` what the panel's own button exports. */
export async function exportTrace({ toolbox }: InspectedFirefox, file: string): Promise<void> {
  renameSync(await toolbox.download(exportIt), file);
}
