import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/ensure-chromium.mjs';
import { serveWebApp } from '../apps/web/serve-web-app.ts';
import { startStage } from '../servers/stage.ts';
import { endOfLogin, passTenantPages } from '../support/log-in.ts';
import { fetchThrough } from './fetch-through.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import { browserRecordings, serverRecordings } from './recordings.ts';
import { shrinkHar, toHarText } from './shrink-har.ts';

const folder = join(import.meta.dirname, '../recordings');

/** Records what a fresh profile's tab does while it plays. */
async function record(browser: Browser, name: string, play: (tab: Page) => Promise<unknown>): Promise<void> {
  const path = join(folder, `${name}.har`);
  const context = await browser.newContext({ recordHar: { path, content: 'embed', mode: 'full' } });
  await play(await context.newPage());
  await context.close();
  writeFileSync(path, shrinkHar(readFileSync(path, 'utf8')));
  console.log(`✓ ${name}`);
}

/** Makes every recording anew, with what is true about each in `truth.json`. */
async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const executablePath = await findChromium();
  const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }) });
  const stage = await startStage();
  const truth: unknown[] = [];
  /** The server's private word on the login just played; null when it refused nothing. */
  const lastRefusal = (before: number): string | null =>
    stage.tokenAnswers.slice(before).findLast(({ refusal }) => refusal !== undefined)?.refusal ?? null;
  for (const { name, play, truth: words, outcome, cause } of browserRecordings) {
    const before = stage.tokenAnswers.length;
    await record(browser, name, (tab) => play(tab, stage.app));
    truth.push({
      files: [`${name}.har`],
      truth: words,
      outcome,
      cause: cause ?? null,
      refusal: lastRefusal(before),
    });
  }
  for (const { name, truth: words, outcome, cause, clientId, secret, redeemsAfter } of serverRecordings) {
    const before = stage.tokenAnswers.length;
    const proxy = await startRecordingProxy();
    const options = {
      issuer: stage.tenantA,
      clientId,
      secret,
      redeemsAfter,
      fetch: fetchThrough(proxy.port),
    };
    serveWebApp(stage.webApp, options);
    await record(browser, name, async (tab) => {
      await tab.goto(stage.webApp.origin);
      await passTenantPages(tab);
      await endOfLogin(tab);
    });
    const creator = { name: 'grantscope recording proxy', version: '1' };
    writeFileSync(
      join(folder, `${name}.backend.har`),
      toHarText({ version: '1.2', creator }, proxy.entries()),
    );
    await proxy.stop();
    truth.push({
      files: [`${name}.har`, `${name}.backend.har`],
      truth: words,
      outcome,
      cause: cause ?? null,
      refusal: lastRefusal(before),
    });
  }
  truth.push({
    files: ['server-ok.har'],
    truth: 'The same login as the browser alone sees it: the code went to a server.',
    outcome: 'handed_to_server',
    cause: null,
    refusal: null,
  });
  writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  await stage.stop();
  await browser.close();
}

await main();
