import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function build(timeZone) {
  const dist = mkdtempSync(join(tmpdir(), 'grantscope-package-'));
  const env = { ...process.env, TZ: timeZone };
  for (const browser of ['chromium', 'firefox']) {
    execFileSync('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', join(dist, browser)], {
      env: { ...env, GRANTSCOPE_BROWSER: browser },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const printed = execFileSync(process.execPath, ['scripts/package.mjs', dist], { env, encoding: 'utf8' });
  const sums = printed
    .trim()
    .split('\n')
    .map((file) => [
      file.slice(dist.length + 1),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]);
  rmSync(dist, { recursive: true });
  return sums;
}

test('two builds, in two time zones, make the same packages byte for byte', { timeout: 120_000 }, () => {
  const first = build('UTC');
  expect(first.map(([name]) => name.replace(/\d+\.\d+\.\d+/u, 'VERSION'))).toEqual([
    'grantscope-chromium-VERSION.zip',
    'grantscope-firefox-VERSION.xpi',
  ]);
  expect(build('Pacific/Auckland')).toEqual(first);
});
