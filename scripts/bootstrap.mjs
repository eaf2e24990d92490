import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const oldest = [20, 19];

/** In one sentence why this Node cannot be used; undefined when it can. */
export function nodeTooOld(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  return isOld ? `Node ${oldest.join('.')} or newer is needed; this is ${version}.` : undefined;
}

/** True when packages were never installed here, or the lock file was changed since. */
export function needsPackages(folder = root) {
  const installed = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return true;
  return statSync(installed).mtimeMs < statSync(join(folder, 'package-lock.json')).mtimeMs;
}

function installPackages() {
  console.log('Installing packages (npm ci)…');
  const done = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel', 'error', '--fetch-retries', '1'],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  if (done.status === 0) return undefined;
  const line = (done.stderr ?? '').split('\n').find((each) => /^npm (error|ERR!) (\S+ ){4}/u.test(each));
  const why =
    line?.replace(/^npm (error|ERR!) /u, '') ?? done.error?.message ?? `npm ended with ${done.status}`;
  return `The packages could not be installed (is there a network?): ${why}`;
}

async function ensureBrowser(browser) {
  const say = (line) => console.log(line);
  if (browser === 'firefox') return (await import('./ensure-firefox.mjs')).ensureFirefox(say);
  return (await import('./ensure-chromium.mjs')).ensureChromium(say);
}

/**
 * Installs what a fresh clone lacks, the browser included, and remembers its path in the environment for the steps that
 * follow. Answers in one sentence why it cannot; undefined when all is there.
 */
export async function bootstrap(browser = 'chromium') {
  const reason = nodeTooOld() ?? (needsPackages() ? installPackages() : undefined);
  if (reason !== undefined) return reason;
  const found = await ensureBrowser(browser);
  if (found.path === undefined) return found.reason;
  process.env[`GRANTSCOPE_${browser.toUpperCase()}`] = found.path;
  return undefined;
}
