import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

/** A built script and every script it imports or exports from; `later` adds those it imports when they are needed. */
function withImports(file, later = false, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const { staticImports, staticExports, dynamicImports } = parseSync(file, source).module;
  const exported = staticExports.flatMap(({ entries }) => entries);
  const names = [...staticImports, ...exported].flatMap(({ moduleRequest }) => moduleRequest?.value ?? []);
  if (later)
    names.push(
      ...dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1)),
    );
  for (const name of names) withImports(join(dirname(file), name), later, seen);
  return seen;
}

/** The scripts that a built page names. */
function scriptsOf(page, later) {
  const names = [...readFileSync(page, 'utf8').matchAll(/<script[^>]+src="\/([^"]+)"/gu)];
  return names.flatMap(([, name]) => [...withImports(join('dist/chromium', name), later)]);
}

const panel = 'dist/chromium/src/panel/panel.html';

export default [
  {
    name: 'worker',
    path: [...withImports('dist/chromium/service-worker-loader.js')],
    limit: '40 kB',
    brotli: true,
  },
  { name: 'panel', path: scriptsOf(panel), limit: '100 kB', brotli: true },
  // Mostly the sentences of the rules, causes and providers.
  { name: 'panel with its engine', path: scriptsOf(panel, true), limit: '180 kB', brotli: true },
];
