import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The Firefox to use: `GRANTSCOPE_FIREFOX`, Debian's ESR, or another one that is installed; undefined when there is none. */
export function findFirefox() {
  const named = process.env['GRANTSCOPE_FIREFOX'];
  if (named !== undefined) return existsSync(named) ? named : undefined;
  return ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));
}

/** Installs Debian's ESR when that is possible; otherwise the reason why not. */
function install() {
  if (!existsSync('/usr/bin/apt-get')) return 'this system has no apt-get';
  if (process.getuid?.() !== 0) return 'installing firefox-esr needs root';
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-q', 'firefox-esr'], { stdio: 'ignore' });
    return undefined;
  } catch (error) {
    return `apt-get failed: ${String(error).split('\n')[0]}`;
  }
}

/** A Firefox's path, installed first if need be, or in one sentence why there is none. */
export function ensureFirefox(report = () => {}) {
  const named = process.env['GRANTSCOPE_FIREFOX'];
  if (named !== undefined && !existsSync(named)) {
    return { reason: `GRANTSCOPE_FIREFOX names "${named}", where there is no file.` };
  }
  const found = findFirefox();
  if (found !== undefined) return { path: found };
  report('No Firefox found; installing one.');
  const reason = install();
  const path = findFirefox();
  if (path !== undefined) return { path };
  return {
    reason: `No Firefox was found and none could be installed: ${reason ?? 'the installer left none'}.`,
  };
}
