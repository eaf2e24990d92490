import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

const assets = 'dist/chromium/assets';

/** A built script and every script that is loaded with it. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const { staticImports, staticExports } = parseSync(file, readFileSync(file, 'utf8')).module;
  const exported = staticExports.flatMap(({ entries }) => entries);
  const names = [...staticImports, ...exported].flatMap(({ moduleRequest }) => moduleRequest?.value ?? []);
  for (const name of names) withImports(join(dirname(file), name), seen);
  return seen;
}

/** The scripts that a built page names. */
function scriptsOf(page) {
  const names = [...readFileSync(page, 'utf8').matchAll(/<script[^>]+src="\/([^"]+)"/gu)];
  return names.flatMap(([, name]) => [...withImports(join('dist/chromium', name))]);
}

/** What the panel loads to draw the list of logins. */
const panel = [
  ...new Set([...scriptsOf('dist/chromium/src/panel/panel.html'), ...withImports(join(assets, 'first.js'))]),
];
/** What it loads by itself then, for the verdicts. */
const judged = withImports(join(assets, 'judged.js'));
const opened = [...new Set([...panel, ...judged])];

/** What the panel loads in addition when a part of it is first needed. */
const needed = (name) =>
  [...withImports(join(assets, `${name}.js`))].filter((file) => !opened.includes(file));

const limits = [
  ['worker', [...withImports('dist/chromium/service-worker-loader.js')], '40 kB'],
  ['panel: its list', panel, '100 kB'],
  // Mostly the sentences of the rules and causes.
  ['panel: what follows for verdicts', opened.filter((file) => !panel.includes(file)), '75 kB'],
  ['panel: both', opened, '168 kB'],
  ['when something is explained', needed('explanations'), '10 kB'],
  ['when something is copied or exported', needed('sharing'), '13 kB'],
  ['when a file is imported', needed('files'), '8 kB'],
  ['when tokens are looked at', needed('signatures'), '6 kB'],
  ['when help or settings are opened', needed('dialogs'), '4 kB'],
];

export default limits.map(([name, path, limit]) => ({ name, path, limit, brotli: true }));
