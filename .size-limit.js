import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

/** A built script and every script it imports or exports from; `later` says which of those it imports when they are needed are added. */
function withImports(file, later = () => false, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const { staticImports, staticExports, dynamicImports } = parseSync(file, source).module;
  const exported = staticExports.flatMap(({ entries }) => entries);
  const names = [...staticImports, ...exported].flatMap(({ moduleRequest }) => moduleRequest?.value ?? []);
  const needed = dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1));
  names.push(...needed.filter(later));
  for (const name of names) withImports(join(dirname(file), name), later, seen);
  return seen;
}

/** The scripts that a built page names. */
function scriptsOf(page, later) {
  const names = [...readFileSync(page, 'utf8').matchAll(/<script[^>]+src="\/([^"]+)"/gu)];
  return names.flatMap(([, name]) => [...withImports(join('dist/chromium', name), later)]);
}

const panel = 'dist/chromium/src/panel/panel.html';

/** The panel asks for these when it shows what they hold, and for the others when it opens. */
const isOnDemand = (name) => name.includes('explanations');
const opened = scriptsOf(panel, (name) => !isOnDemand(name));

export default [
  {
    name: 'worker',
    path: [...withImports('dist/chromium/service-worker-loader.js')],
    limit: '40 kB',
    brotli: true,
  },
  { name: 'panel', path: scriptsOf(panel), limit: '100 kB', brotli: true },
  // Mostly the sentences of the rules, causes and providers.
  { name: 'panel with its engine', path: opened, limit: '180 kB', brotli: true },
  {
    name: 'what names mean',
    path: scriptsOf(panel, () => true).filter((file) => !opened.includes(file)),
    limit: '10 kB',
    brotli: true,
  },
];
