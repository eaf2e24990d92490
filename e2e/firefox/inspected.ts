import { join } from 'node:path';
import { findFirefox } from '../../scripts/ensure-firefox.mjs';
import { startFirefox } from './process.ts';
import { selectedTab, type FirefoxTab } from './tab.ts';
import { installExtension, openToolbox, type Toolbox } from './toolbox.ts';

const built = join(import.meta.dirname, '../../dist/firefox');

/** A Firefox with the built extension, its panel shown in the toolbox of one tab, and recording. */
export interface InspectedFirefox {
  readonly tab: FirefoxTab;
  readonly toolbox: Toolbox;
  stop(): Promise<void>;
}

/** Starts one with a fresh profile. */
export async function startInspected({ headed = false } = {}): Promise<InspectedFirefox> {
  const executable = findFirefox();
  if (executable === undefined) throw new Error('No Firefox is installed.');
  const { marionette, stop } = await startFirefox({ executable, headed });
  const id = await installExtension(marionette, built);
  const toolbox = await openToolbox(marionette, id, 'Grantscope');
  return { tab: await selectedTab(marionette), toolbox, stop };
}
