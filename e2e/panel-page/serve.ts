import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { withDocPages } from '../../scripts/doc-pages.ts';

/** A server of the panel as a plain page. */
export interface PanelPage {
  /** Ends in `?scene=`. */
  readonly address: string;
  close(): Promise<void>;
}

const root = import.meta.dirname;

/** Builds the panel with its scenes and serves it. */
export async function servePanelPage(): Promise<PanelPage> {
  // Test workers build at the same time, so each needs a place of its own.
  const outDir = mkdtempSync(join(tmpdir(), 'grantscope-panel-page-'));
  const shared = { configFile: false, root, logLevel: 'warn' } as const;
  await build({
    ...shared,
    publicDir: false,
    plugins: [withDocPages],
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The page server has no address.');
  async function close(): Promise<void> {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
  return { address: `${address}?scene=`, close };
}
