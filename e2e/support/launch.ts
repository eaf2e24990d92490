import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findChromium } from '../../scripts/ensure-chromium.mjs';
import { removeProfile } from './remove-profile.ts';

/** The extension as `npm run build` leaves it. */
const builtExtension = join(import.meta.dirname, '../../dist/chromium');

/** How a browser is started. */
export interface LaunchOptions {
  /** Its folder; false for a browser without any. */
  readonly extension?: string | false;
  /** Folders of extensions that are there beside ours. */
  readonly others?: readonly string[];
  /** What its command line has beside the usual. */
  readonly args?: readonly string[];
  /** False: no DevTools window opens with a tab. */
  readonly devtools?: boolean;
  readonly headed?: boolean;
  /** The folder of an earlier browser, to go on with; `close` leaves it to who made it. */
  readonly profile?: string;
  /** Where the browser is to note each request that leaves it. */
  readonly netLog?: string;
}

/** A running Chromium with the extension; `close` ends it and removes the profile that was made for it. */
export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Starts Chromium with the extension and, unless told otherwise, a docked DevTools for each tab. */
export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('No Chromium is installed: `npm test` installs one.');
  // Playwright reads it when it attaches: only then are DevTools windows among the context's pages.
  process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'grantscope-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: null,
    acceptDownloads: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: argumentsOf(options),
  });
  return {
    context,
    close: async () => {
      await context.close();
      if (options.profile !== undefined) return;
      await removeProfile(profile);
    },
  };
}

/** The command line of a browser that is started so. */
export function argumentsOf(options: LaunchOptions): string[] {
  const { extension = builtExtension, others = [], args = [], devtools = true, headed = false } = options;
  return [
    ...(headed ? [] : ['--headless=new']),
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(extension === false
      ? ['--disable-extensions']
      : ['--disable-extensions-except', '--load-extension'].map(
          (flag) => `${flag}=${[extension, ...others].join(',')}`,
        )),
    ...(options.netLog === undefined ? [] : [`--log-net-log=${options.netLog}`]),
    ...(devtools ? ['--auto-open-devtools-for-tabs'] : []),
    '--window-size=1400,900',
    ...args,
  ];
}
