import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The Firefox to test with: `GRANTSCOPE_FIREFOX`, Debian's ESR, or another one that is installed. */
function installed() {
  const candidates = [process.env['GRANTSCOPE_FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox'];
  return candidates.find((path) => path !== undefined && existsSync(path));
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

/** The path of a Firefox, installed first if need be, or the reason why there is none. */
export function ensureFirefox() {
  const found = installed();
  if (found !== undefined) return { path: found };
  const reason = install();
  const path = installed();
  return path === undefined
    ? { reason: reason ?? 'firefox-esr was installed but is not in /usr/bin' }
    : { path };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const result = ensureFirefox();
  console.log(result.path ?? `Firefox tests are skipped: ${result.reason}.`);
}
