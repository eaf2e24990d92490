import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

/** A built script and every script it imports. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const { staticImports } = parseSync(file, readFileSync(file, 'utf8')).module;
  for (const { moduleRequest } of staticImports) withImports(join(dirname(file), moduleRequest.value), seen);
  return seen;
}

/** The scripts that a built page names. */
function scriptsOf(page) {
  const names = [...readFileSync(page, 'utf8').matchAll(/<script[^>]+src="\/([^"]+)"/gu)];
  return names.flatMap(([, name]) => [...withImports(join('dist/chromium', name))]);
}

export default [
  {
    name: 'worker',
    path: [...withImports('dist/chromium/service-worker-loader.js')],
    limit: '40 kB',
    brotli: true,
  },
  { name: 'panel', path: scriptsOf('dist/chromium/src/panel/panel.html'), limit: '100 kB', brotli: true },
];
