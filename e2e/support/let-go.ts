import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Browser } from '@playwright/test';
import { findChromium } from '../../scripts/ensure-chromium.mjs';
import { argumentsOf } from './launch.ts';
import { removeProfile } from './remove-profile.ts';

/** A Chromium with the extension that a test may let go of: while nobody is attached, it stops workers as it does for users. */
export interface LetGo {
  /** Attaches to it, to its workers too; to be closed by the caller, which leaves the browser running. */
  attach(): Promise<Browser>;
  /** The addresses of its workers, asked without attaching to any. */
  workers(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts one in a profile of its own. */
export async function launchToLetGo(): Promise<LetGo> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('No Chromium is installed: `npm test` installs one.');
  const profile = mkdtempSync(join(tmpdir(), 'grantscope-let-go-'));
  const chromiumProcess = spawn(
    executablePath,
    [
      ...argumentsOf({ devtools: false }),
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  const said = join(profile, 'DevToolsActivePort');
  await expect.poll(() => existsSync(said) && readFileSync(said, 'utf8').includes('/')).toBe(true);
  const [port = ''] = readFileSync(said, 'utf8').split('\n');
  const origin = `http://127.0.0.1:${port}`;
  return {
    attach: () => chromium.connectOverCDP(origin),
    workers: async () => {
      const targets: unknown = await (await fetch(`${origin}/json/list`)).json();
      return Array.isArray(targets)
        ? targets.flatMap(({ type, url }) => (type === 'service_worker' ? [String(url)] : []))
        : [];
    },
    close: async () => {
      const ended = once(chromiumProcess, 'exit');
      chromiumProcess.kill();
      await ended;
      await removeProfile(profile);
    },
  };
}
