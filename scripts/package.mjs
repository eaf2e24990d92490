import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { isRun } from './is-run.mjs';

/** The zip format counts local time from 1980; the local constructor keeps the bytes equal in every time zone. */
const fixedTime = new Date(1980, 0, 1, 0, 0, 0);

/** The bytes of a zip of `folder` that depend only on its files' names and contents. */
export function packageOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path).split(sep).join('/'), path])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const entries = files.map(([name, path]) => [name, new Uint8Array(readFileSync(path))]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: fixedTime });
}

if (isRun(import.meta.url)) {
  const [dist = 'dist'] = process.argv.slice(2);
  mkdirSync(dist, { recursive: true });
  for (const [browser, ending] of [
    ['chromium', 'zip'],
    ['firefox', 'xpi'],
  ]) {
    const { version } = JSON.parse(readFileSync(join(dist, browser, 'manifest.json'), 'utf8'));
    const file = join(dist, `grantscope-${browser}-${version}.${ending}`);
    writeFileSync(file, packageOf(join(dist, browser)));
    console.log(file);
  }
}
