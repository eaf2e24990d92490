/** What a layer may import. */
export interface Layer {
  /** Layers it may import, beside itself. */
  readonly may: readonly string[];
  /** Layers it may import types from, and nothing that outlives compilation. */
  readonly mayTypes?: readonly string[];
  /** Packages it may import; a name that ends in a colon stands for everything that begins so. */
  readonly packages?: readonly string[];
}

const http = ['engine/http'];
const oauth = [...http, 'engine/oauth'];
const providers = [...oauth, 'engine/providers'];
const flow = [...providers, 'engine/flow'];
const diagnosis = [...flow, 'engine/diagnosis'];
const engine = [
  ...diagnosis,
  ...['engine/trace', 'engine/session', 'engine/analyzer.ts', 'engine/analyze.ts', 'engine/signatures.ts'],
];
const hashes = ['@noble/hashes'];
const view = ['preact', '@preact/signals'];
const composed = [...engine, 'messaging', 'platform'];

/** Who may import whom (docs/ARCHITECTURE.md); a folder's layer is the longest name here that its path begins with. */
export const layers: Readonly<Record<string, Layer>> = {
  'engine/http': { may: [] },
  'engine/oauth': { may: http, packages: hashes },
  'engine/providers': { may: oauth },
  'engine/flow': { may: providers, packages: hashes },
  'engine/diagnosis': { may: flow },
  'engine/trace': { may: diagnosis, packages: hashes },
  'engine/session': { may: http },
  'engine/analyzer.ts': { may: diagnosis },
  'engine/analyze.ts': { may: [...diagnosis, 'engine/analyzer.ts'] },
  'engine/signatures.ts': { may: diagnosis, packages: ['jose'] },
  messaging: { may: [], mayTypes: engine },
  platform: {
    may: ['messaging'],
    mayTypes: ['engine/http', 'engine/session'],
    packages: ['webextension-polyfill'],
  },
  'panel/components': { may: ['engine/http'], mayTypes: engine, packages: view },
  'panel/store': { may: [...engine, 'messaging', 'panel/components'], packages: view },
  'panel/views': { may: [...engine, 'messaging', 'panel/components', 'panel/store'], packages: view },
  'panel/judged.ts': { may: ['engine/diagnosis', 'panel/views'] },
  'panel/judging.ts': {
    may: [],
    mayTypes: ['engine/diagnosis', 'panel/judged.ts', 'panel/views'],
    packages: view,
  },
  'panel/start.ts': { may: ['panel/judged.ts', 'panel/main.tsx'] },
  'panel/main.tsx': {
    may: [...composed, 'panel/components', 'panel/store', 'panel/views', 'panel/judging.ts'],
    mayTypes: ['panel/judged.ts'],
    packages: view,
  },
  viewer: { may: [...engine, 'panel/components', 'panel/store', 'panel/views'], packages: view },
  cli: { may: engine, packages: ['node:'] },
  // The addresses of the page hook's scripts, which it has the browser run.
  background: { may: [...composed, 'page-hook'], packages: hashes },
  devtools: { may: composed },
  'page-hook': { may: composed },
  testing: {
    may: [...engine, 'messaging', 'panel/store'],
    packages: ['@preact/signals', 'vite', 'vitest', 'ajv', 'fast-check', 'node:'],
  },
};

/** The layer of a path below `src`, a test's being that of what it tests; undefined when it belongs to none. */
export function layerOf(path: string): string | undefined {
  const subject = path.replace(/\.test(?=\.tsx?$)/, '');
  return Object.keys(layers)
    .filter((name) => subject === name || subject.startsWith(`${name}/`))
    .sort((one, other) => other.length - one.length)[0];
}
