import { join } from 'node:path';
import { createServer } from 'vite';

/** A server of the panel as a plain page. */
export interface PanelPage {
  /** Ends in `?scene=`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the panel over its scenes. */
export async function servePanelPage(): Promise<PanelPage> {
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    cacheDir: join(import.meta.dirname, '../../.cache/vite-panel-page'),
    logLevel: 'warn',
    server: { host: '127.0.0.1', port: 0, hmr: false },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The page server has no address.');
  return { address: `${address}e2e/panel-page/index.html?scene=`, close: () => server.close() };
}
