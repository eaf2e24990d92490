import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

/** The browser a build is for; `GRANTSCOPE_BROWSER=firefox vite build` makes Firefox's. */
const browser = process.env['GRANTSCOPE_BROWSER'] === 'firefox' ? 'firefox' : 'chromium';

/** Firefox has no extension service worker: it loads the same module into a page of its own. */
const firefoxBackground = { scripts: ['src/background/main.ts'], type: 'module' };

/** Only a blocking listener may put a filter on an answer, which is how its body is read. */
const firefoxPermissions = ['webRequestBlocking', 'webRequestFilterResponse'] as const;

/** Firefox wants an id as well; everything else is shared. */
function manifestFor(target: 'chromium' | 'firefox'): ManifestV3Export {
  if (target === 'chromium') return manifest;
  const { minimum_chrome_version: _, ...shared } = manifest;
  return {
    ...shared,
    permissions: [...shared.permissions, ...firefoxPermissions],
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

export default defineConfig({
  publicDir: false,
  plugins: [crx({ manifest: manifestFor(browser), browser: browser === 'firefox' ? 'firefox' : 'chrome' })],
  build: {
    outDir: `dist/${browser}`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: { input: { panel: 'src/panel/panel.html' } },
  },
});
