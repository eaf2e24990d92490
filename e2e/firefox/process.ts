import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectMarionette, type Marionette } from './marionette.ts';
import { removeProfile } from '../support/remove-profile.ts';

/** A running Firefox with a fresh profile. */
export type Firefox = {
  readonly marionette: Marionette;
  readonly stop: () => Promise<void>;
};

/** Preferences of the fresh profile: port 0 lets Firefox pick a free port, the others keep it off the network. */
const preferences: Readonly<Record<string, string | number | boolean>> = {
  'marionette.port': 0,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.download.folderList': 2,
  'browser.download.alwaysOpenPanel': false,
  // A script's click is no user's: Firefox would hold back the second file of one page.
  'browser.download.enable_spam_prevention': false,
  'devtools.chrome.enabled': true,
  // As on Windows, and as Chromium draws them.
  'widget.gtk.overlay-scrollbars.enabled': false,
};

/** How a Firefox is started. */
interface FirefoxOptions {
  readonly executable: string;
  readonly headed?: boolean;
  readonly limitMs?: number;
}

/** Starts Firefox, headless unless told otherwise, and connects to it; `stop` ends it and removes the profile. */
export async function startFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { executable, headed = false, limitMs = 60_000 } = options;
  const profile = mkdtempSync(join(tmpdir(), 'grantscope-firefox-'));
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads);
  const lines = Object.entries({ ...preferences, 'browser.download.dir': downloads }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    executable,
    [
      ...(headed ? [] : ['--headless']),
      ...['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile],
    ],
    { stdio: 'ignore' },
  );
  const ended = once(child, 'exit');
  // Whatever stops this process, no browser outlives it.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const end = async (): Promise<void> => {
    const limit = setTimeout(kill, 10_000);
    await ended;
    clearTimeout(limit);
    process.off('exit', kill);
    await removeProfile(profile);
  };
  const portFile = join(profile, 'MarionetteActivePort');
  const until = Date.now() + limitMs;
  while (!existsSync(portFile) || readFileSync(portFile, 'utf8') === '') {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill();
      await end();
      throw new Error(`"${executable}" did not open a Marionette port in ${limitMs} ms.`);
    }
    await pause(50);
  }
  const marionette = await connectMarionette(Number(readFileSync(portFile, 'utf8')));
  return {
    marionette,
    stop: async () => {
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }, 10_000);
      marionette.close();
      await end();
    },
  };
}
