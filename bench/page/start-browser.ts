import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launch } from '../../e2e/support/launch.ts';
import { changeSettings } from '../../e2e/support/record-always.ts';
import { browserProcess, processorTime } from './processor-time.ts';
import type { ProbeListener, Variant } from './variants.ts';

/** A browser with one page open. */
export interface BenchBrowser {
  readonly page: Page;
  /** Milliseconds that all its processes have had a processor so far. */
  processorTime(): number;
  stop(): Promise<void>;
}

/** Starts Chromium with a variant and no DevTools. */
export async function startBrowser(variant: Variant): Promise<BenchBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-bench-'));
  const profile = join(folder, 'profile');
  const { context, close } = await launch({ devtools: false, profile, ...extensionOf(variant, folder) });
  const root = browserProcess(profile);
  if (variant.kind === 'ours') await (await changeSettings(context, variant.settings)).close();
  const page = await context.newPage();
  return {
    page,
    processorTime: () => processorTime(root),
    stop: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function extensionOf(variant: Variant, folder: string): { readonly extension?: string | false } {
  if (variant.kind === 'ours') return {};
  if (variant.kind === 'none') return { extension: false };
  const extension = join(folder, 'extension');
  writeProbe(variant, extension);
  return { extension };
}

function writeProbe(variant: { readonly listeners: readonly ProbeListener[] }, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Probe',
    version: '1',
    permissions: ['webRequest'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const lines = variant.listeners.map(({ event, urls, types, extra }) => {
    const filter = JSON.stringify({ urls, types });
    return `chrome.webRequest.${event}.addListener(() => {}, ${filter}${
      event === 'onErrorOccurred' ? '' : `, ${JSON.stringify(extra)}`
    });`;
  });
  writeFileSync(
    join(folder, 'worker.js'),
    ['chrome.runtime.onStartup.addListener(() => {});', ...lines].join('\n'),
  );
}
