import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What a build neither reads nor keeps. */
const leftOut = new Set(['.cache', '.git', 'demo-output', 'dist', 'node_modules', 'test-results']);

/** The sources in a new folder below `parent`, whose name holds that of a dependency as a folder of a user may. */
function copyOfSources(parent) {
  const folder = join(parent, 'jose', 'preact noble');
  cpSync(root, folder, {
    recursive: true,
    filter: (source) => source === root || !leftOut.has(basename(source)),
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The scripts of a build that no other file of it names, so that nothing can ask for them. */
function unnamedScripts(dist) {
  const files = readdirSync(dist, { recursive: true }).filter((file) => /\.(?:js|html|json)$/u.test(file));
  const texts = new Map(files.map((file) => [file, readFileSync(join(dist, file), 'utf8')]));
  return files.filter(
    (file) =>
      file.endsWith('.js') &&
      ![...texts].some(([other, text]) => other !== file && text.includes(basename(file))),
  );
}

/** Name and digest of each package that a build of `folder` makes, and the scripts in them that nothing names. */
function build(folder, timeZone) {
  // As `npm run build` sets it; Vitest has another.
  const env = { ...process.env, NODE_ENV: 'production', TZ: timeZone };
  const dist = mkdtempSync(join(tmpdir(), 'grantscope-package-'));
  for (const browser of ['chromium', 'firefox']) {
    execFileSync('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', join(dist, browser)], {
      cwd: folder,
      env: { ...env, GRANTSCOPE_BROWSER: browser },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const packing = [join(folder, 'scripts/package.mjs'), dist];
  const printed = execFileSync(process.execPath, packing, { env, encoding: 'utf8' });
  const sums = printed
    .trim()
    .split('\n')
    .map((file) => [
      file.slice(dist.length + 1),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]);
  const unnamed = ['chromium', 'firefox'].flatMap((browser) => unnamedScripts(join(dist, browser)));
  rmSync(dist, { recursive: true });
  return { sums, unnamed };
}

test(
  'two builds, in two folders and time zones, make the same packages byte for byte',
  { timeout: 480_000 },
  () => {
    const parent = mkdtempSync(join(tmpdir(), 'grantscope-sources-'));
    try {
      const here = build(root, 'UTC');
      expect(here.unnamed).toEqual([]);
      expect(here.sums.map(([name]) => name.replace(/\d+\.\d+\.\d+/u, 'VERSION'))).toEqual([
        'grantscope-chromium-VERSION.zip',
        'grantscope-firefox-VERSION.xpi',
      ]);
      expect(build(copyOfSources(parent), 'Pacific/Auckland')).toEqual(here);
    } finally {
      rmSync(parent, { recursive: true });
    }
  },
);
