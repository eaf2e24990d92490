import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Browsers that draw without a screen: the one named by `GRANTSCOPE_CHROMIUM`, else those of the path, macOS and Windows. */
function browsers(): readonly string[] {
  const named = process.env['GRANTSCOPE_CHROMIUM'];
  if (named !== undefined) return [named];
  return [
    ...['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge', 'chrome', 'msedge'],
    ...['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    ...['ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => {
      const folder = process.env[name];
      if (folder === undefined) return [];
      return [
        ['Google', 'Chrome', 'Application', 'chrome.exe'],
        ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ].map((parts) => join(folder, ...parts));
    }),
  ];
}

/** A picture needs a second or two; a browser that hangs is given up. */
const longestMs = 60_000;

/**
 * The picture as PNG, drawn by a Chromium, Chrome or Edge of this machine with a profile that is deleted afterwards;
 * undefined when there is none or it draws nothing. The SVG names no address, so nothing is fetched.
 */
export function drawPng(svg: string): Uint8Array | undefined {
  const [, width = '1200', height = '800'] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-picture-'));
  const drawing = join(folder, 'picture.svg');
  const picture = join(folder, 'picture.png');
  const parameters = [
    '--headless',
    // Chromium does not start its sandbox for root, as in a container; it shows nothing here but our own drawing.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--hide-scrollbars',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--window-size=${width},${height}`,
    `--screenshot=${picture}`,
    pathToFileURL(drawing).href,
  ];
  try {
    writeFileSync(drawing, svg);
    for (const browser of browsers()) {
      const { error } = spawnSync(browser, parameters, { stdio: 'ignore', timeout: longestMs });
      if (error === undefined) return readFileSync(picture);
    }
    return undefined;
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
