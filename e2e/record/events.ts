/**
 * Records what the browser's events say of one login, as the extension's own worker is told it, into
 * `src/testing/login-events.json`: `npx tsx e2e/record/events.ts`, after `npm run build`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startStage } from '../servers/stage.ts';
import { openInspectedTab } from '../support/devtools.ts';
import { launch } from '../support/launch.ts';
import { logIn } from '../support/log-in.ts';
import { firstWorker } from '../support/worker.ts';

declare global {
  var recorded: unknown[];
}

const stage = await startStage();
const browser = await launch();
const worker = await firstWorker(browser.context);

// tsx marks functions with a helper that the worker does not have.
await worker.evaluate('globalThis.__name = (it) => it');
await worker.evaluate(() => {
  globalThis.recorded = [];
  const note = (type: string) => (details: object) => void globalThis.recorded.push({ type, details });
  const filter: chrome.webRequest.RequestFilter = {
    urls: ['http://*/*', 'https://*/*'],
    types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'other'],
  };
  const { webRequest } = chrome;
  const started = note('request_started');
  webRequest.onBeforeRequest.addListener((details): undefined => started(details), filter, ['requestBody']);
  webRequest.onSendHeaders.addListener(note('headers_sent'), filter, ['requestHeaders', 'extraHeaders']);
  const answered = note('answer_received');
  webRequest.onHeadersReceived.addListener((details): undefined => answered(details), filter, [
    'responseHeaders',
    'extraHeaders',
  ]);
  webRequest.onBeforeRedirect.addListener(note('redirected'), filter, ['responseHeaders', 'extraHeaders']);
  webRequest.onCompleted.addListener(note('completed'), filter, ['responseHeaders', 'extraHeaders']);
  webRequest.onErrorOccurred.addListener(note('failed'), filter);
  chrome.runtime.onMessage.addListener(
    (message: object) => void globalThis.recorded.push({ type: 'observed', ...message }),
  );
});

const { tab } = await openInspectedTab(browser.context);
await logIn(tab, stage.app);
await tab.goto(`${stage.app}/index.html`);
const events = await worker.evaluate(() => globalThis.recorded);
writeFileSync(
  join(import.meta.dirname, '../../src/testing/login-events.json'),
  `[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]\n`,
);
console.log(`${events.length} events`);
await browser.close();
await stage.stop();
