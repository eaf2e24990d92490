import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFirefox } from '../../scripts/ensure-firefox.mjs';
import { logIn } from '../firefox/log-in.ts';
import { startFirefox } from '../firefox/process.ts';
import { selectedTab } from '../firefox/tab.ts';
import { installExtension, openToolbox } from '../firefox/toolbox.ts';
import type { DemoBrowser } from './demo-browser.ts';

const built = join(import.meta.dirname, '../../dist/firefox');

const flows = `return [...document.querySelectorAll('[role=listbox][aria-label=Flows] [role=option]')].map((it) => it.innerText);`;
const sentence = `return document.querySelector('section[aria-label=Verdict] h1')?.innerText ?? '';`;
const exportIt = `[...document.querySelectorAll('button')].find((it) => it.innerText.startsWith('Export')).click();`;

const isText = (value: unknown): value is string => typeof value === 'string';

/** The file that appears in a folder of downloads; while it is written it is empty and another lies beside it. */
async function downloaded(folder: string): Promise<string> {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const [name, ...others] = readdirSync(folder);
    if (name !== undefined && others.length === 0 && statSync(join(folder, name)).size > 0) {
      return join(folder, name);
    }
    await pause(50);
  }
  throw new Error('Firefox saved no file.');
}

/** Firefox with its toolbox docked and our panel shown. */
export async function startFirefoxDemo(headed: boolean): Promise<DemoBrowser> {
  const executable = findFirefox();
  if (executable === undefined) throw new Error('No Firefox is installed.');
  const { marionette, downloads, stop } = await startFirefox({ executable, headed });
  const id = await installExtension(marionette, built);
  const toolbox = await openToolbox(marionette, id, 'Grantscope');
  const tab = await selectedTab(marionette);
  return {
    name: `Firefox ${await toolbox.version()}`,
    logIn: async (app, fault) => {
      await tab.forgetCookies();
      return logIn(tab, app, fault);
    },
    look: async () => {
      const listed = await toolbox.inPanel(flows);
      return {
        flows: Array.isArray(listed) ? listed.filter(isText) : [],
        sentence: String(await toolbox.inPanel(sentence)),
      };
    },
    picture: toolbox.picture,
    exportTrace: async (file) => {
      await toolbox.inPanel(exportIt);
      renameSync(await downloaded(downloads), file);
    },
    close: stop,
  };
}
