import { relative, sep } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { withDocPages } from './scripts/doc-pages.ts';

/** The browser a build is for; `GRANTSCOPE_BROWSER=firefox vite build` makes Firefox's. */
const browser = process.env['GRANTSCOPE_BROWSER'] === 'firefox' ? 'firefox' : 'chromium';

/** Firefox has no extension service worker: it loads the same module into a page of its own. */
const firefoxBackground = { scripts: ['src/background/main.ts'], type: 'module' };

/** Only a blocking listener may put a filter on an answer, which is how its body is read. */
const firefoxPermissions = ['webRequestBlocking', 'webRequestFilterResponse'] as const;

/** Firefox wants an id as well; everything else is shared. */
function manifestFor(target: 'chromium' | 'firefox'): ManifestV3Export {
  if (target === 'chromium') return manifest;
  const { minimum_chrome_version: _, permissions, ...shared } = manifest;
  return {
    ...shared,
    permissions: [...permissions.filter((name) => name !== 'scripting'), ...firefoxPermissions],
    background: firefoxBackground,
    browser_specific_settings: {
      gecko: {
        id: 'grantscope@grantscope.dev',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** Pages are not to reach our files: CRXJS opens what it takes for content scripts, which ours need not. */
const closeToPages: Plugin = {
  name: 'close-to-pages',
  generateBundle: {
    order: 'post',
    handler: (_options, bundle) => {
      const built = bundle['manifest.json'];
      if (built?.type !== 'asset') throw new Error('"manifest.json" was not built.');
      const text = typeof built.source === 'string' ? built.source : new TextDecoder().decode(built.source);
      const { web_accessible_resources: _, ...rest } = objectIn(text);
      built.source = JSON.stringify(rest, null, 2);
    },
  },
};

/**
 * CRXJS names a script of the page hook by a digest of its folder until the code has been shortened, and the short
 * names that others get depend on it. Its file's name is known from the start.
 */
const scriptsByName: Plugin = {
  name: 'scripts-by-name',
  apply: 'build',
  transform: {
    filter: { id: /\?scriptId=/u },
    handler: (_code, id) => `export default ${JSON.stringify(builtScript(id))};`,
  },
};

/**
 * CRXJS builds the page hook's scripts into files of their own, and leaves a second form of each, with what only these
 * import, that nothing asks for.
 */
const withoutSecondForms: Plugin = {
  name: 'without-second-forms',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler: (_options, bundle) => {
      const chunks = Object.values(bundle).filter((built) => built.type === 'chunk');
      const seconds = chunks.filter(({ facadeModuleId }) =>
        /src.page-hook.[a-z-]+\.ts/.test(facadeModuleId ?? ''),
      );
      for (const second of seconds) delete bundle[second.fileName];
      const others = chunks.filter((chunk) => !seconds.includes(chunk));
      for (const file of seconds.flatMap(({ imports }) => imports))
        if (!others.some(({ imports, dynamicImports }) => [...imports, ...dynamicImports].includes(file)))
          delete bundle[file];
    },
  },
};

/** The file, in the build, of a script that is asked for by `?script&iife`. */
function builtScript(id: string): string {
  const [source = id] = id.split('?');
  return relative(import.meta.dirname, source)
    .split(sep)
    .join('/')
    .replace(/ts$/u, 'js');
}

/**
 * Small files compress badly apart, so each group is one, with all that it imports and no group above it has. What worker
 * and panel share is `base`; with `first` the panel draws its list of logins; `judged` is loaded beside it, for the verdicts;
 * the others are loaded when they are needed. `.size-limit.js` says what each may weigh.
 */
const groups = [
  // What the worker and the panel share.
  {
    name: 'base',
    test: /node_modules.@noble|src.(?:engine.(?:http.(?:url|json|headers|parameters|har-body|har-time|value-at|duration-words|exchange|clock-time)|trace.placeholder)|messaging.(?:accept|protocol)|platform.(?:connect-to-worker|port-line))\.ts/,
    priority: 3,
  },
  // Apart, so that what loads both parts of the panel waits for neither.
  { name: 'loader', test: /vite.preload-helper/, priority: 3 },
  { name: 'first', test: /src.panel.(?:main|components.Dialog)\.tsx$/, priority: 2 },
  { name: 'judged', test: /src.panel.judged\.ts$/, priority: 1 },
  { name: 'sharing', test: /src.panel.(?:views.share.|store.share)/, priority: 1 },
  { name: 'files', test: /src.engine.trace.from-file\.ts$/, priority: 1 },
  { name: 'dialogs', test: /src.panel.views.(?:HelpDialog|settings)/, priority: 1 },
  { name: 'explanations', test: /src.(?:engine.oauth|panel.store).[a-z-]*explanation/, priority: 0 },
];

/**
 * An extension's files are replaced all at once, so no name need tell a version; and a hash that depends on the folder
 * of the build would make packages of the same source differ.
 */
const namesWithoutHash = {
  entryFileNames: 'assets/[name].js',
  chunkFileNames: 'assets/[name].js',
  assetFileNames: 'assets/[name].[ext]',
};

export default defineConfig({
  publicDir: false,
  plugins: [
    crx({ manifest: manifestFor(browser), browser: browser === 'firefox' ? 'firefox' : 'chrome' }),
    scriptsByName,
    withoutSecondForms,
    closeToPages,
    withDocPages,
  ],
  resolve: {
    alias:
      browser === 'firefox'
        ? [{ find: '../page-hook/scripts.ts', replacement: '../page-hook/no-scripts.ts' }]
        : [],
  },
  build: {
    outDir: `dist/${browser}`,
    emptyOutDir: true,
    target: 'es2022',
    // Slower than Vite's own and shorter: the panel reads these files from the disk at each opening.
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 6 } },
    // Both browsers know light-dark(), which would else be written out for older ones.
    cssTarget: ['chrome123', 'firefox142'],
    modulePreload: false,
    rollupOptions: {
      input: { panel: 'src/panel/panel.html' },
      output: { ...namesWithoutHash, codeSplitting: { groups } },
    },
  },
});
