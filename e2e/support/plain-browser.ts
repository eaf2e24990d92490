import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../../scripts/ensure-chromium.mjs';

/** A Chromium without the extension, for pages that need none. */
export async function openPlainBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('No Chromium is installed: `npm test` installs one.');
  // Chromium's sandbox refuses to run as root.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
