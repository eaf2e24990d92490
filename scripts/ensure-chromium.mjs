import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Playwright's own Chromium, when Playwright and that browser are installed. */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** The Chromium to use: `GRANTSCOPE_CHROMIUM`, Debian's, then Playwright's own; undefined when there is none. */
export async function findChromium() {
  const named = process.env['GRANTSCOPE_CHROMIUM'];
  if (named !== undefined) return existsSync(named) ? named : undefined;
  const candidates = ['/usr/bin/chromium', await playwrightsOwn()];
  return candidates.find((path) => path !== undefined && existsSync(path));
}

function run(command, parameters) {
  try {
    execFileSync(command, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
    return undefined;
  } catch (error) {
    const lines = String(error.stderr ?? error.message)
      .trim()
      .split('\n');
    return (lines.find((line) => /^(E:|Error:)/u.test(line)) ?? lines.at(-1)).replace(/^(E|Error): */u, '');
  }
}

const isDebian = () => existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** Playwright's own needs no rights; Debian's brings the libraries that a bare container lacks. */
async function install() {
  if (isDebian() && process.getuid?.() === 0) {
    run('apt-get', ['update', '-q']);
    const reason = run('apt-get', ['install', '-y', '-q', 'chromium']);
    if ((await findChromium()) !== undefined) return reason;
  }
  return run('npx', ['playwright', 'install', 'chromium']);
}

/** A Chromium's path, installed first if need be, or in one sentence why there is none. */
export async function ensureChromium(report = () => {}) {
  const named = process.env['GRANTSCOPE_CHROMIUM'];
  if (named !== undefined && !existsSync(named)) {
    return { reason: `GRANTSCOPE_CHROMIUM names "${named}", where there is no file.` };
  }
  const found = await findChromium();
  if (found !== undefined) return { path: found };
  report('No Chromium found; installing one.');
  const reason = await install();
  const path = await findChromium();
  if (path !== undefined) return { path };
  return {
    reason: `No Chromium was found and none could be installed (is there a network?): ${reason ?? 'the installer left none'}.`,
  };
}
