import { join } from 'node:path';
import { findFirefox } from '../../scripts/ensure-firefox.mjs';
import { startFirefox } from './process.ts';
import { privileged } from './session.ts';
import { selectedTab, type FirefoxTab, type Place } from './tab.ts';
import { installExtension, openToolbox, type Toolbox } from './toolbox.ts';

const built = join(import.meta.dirname, '../../dist/firefox');

/** A Firefox with the built extension, its panel shown in the toolbox of one tab, and recording. */
export interface InspectedFirefox {
  readonly tab: FirefoxTab;
  readonly toolbox: Toolbox;
  /** The extension's id. */
  readonly extension: string;
  /** Runs `body` (async, may `return` what is JSON) with the browser's own privileges. */
  privileged(body: string): Promise<unknown>;
  stop(): Promise<void>;
}

interface Options {
  readonly headed?: boolean;
  /** Where the inspected tab is; an ordinary one if not said. */
  readonly place?: Place;
}

/** Starts one with a fresh profile. */
export async function startInspected(options: Options = {}): Promise<InspectedFirefox> {
  const { headed = false, place } = options;
  const executable = findFirefox();
  if (executable === undefined) throw new Error('No Firefox is installed.');
  const { marionette, stop } = await startFirefox({ executable, headed });
  const allowPrivateBrowsing = place === 'private window';
  const id = await installExtension(marionette, built, { allowPrivateBrowsing });
  const tab = await selectedTab(marionette);
  if (place !== undefined) await tab.moveTo(place);
  const toolbox = await openToolbox(marionette, id, 'Grantscope');
  return { tab, toolbox, extension: id, privileged: (body) => privileged(marionette, body), stop };
}
