import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { createAnalyzer } from '../src/engine/analyze.ts';
import { fromHar } from '../src/engine/http/from-har.ts';
import { isProblem } from '../src/engine/http/problem.ts';
import { createRedactor } from '../src/engine/trace/redact.ts';
import { redactSession } from '../src/engine/trace/shareable.ts';
import { toTrace } from '../src/engine/trace/to-trace.ts';
import { tryToBreakOut } from './support/break-out.ts';
import { openPlainBrowser } from './support/plain-browser.ts';

const viewer = join(import.meta.dirname, '../dist/viewer/grantscope-viewer.html');
const recording = join(import.meta.dirname, 'recordings/redirect-uri-at-token.har');
const text = readFileSync(recording, 'utf8');

/** The viewer as it opens from a disk, which asks for nothing but itself and complains about nothing. */
const test = base.extend({
  page: async ({}, use) => {
    const browser = await openPlainBrowser();
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(pathToFileURL(viewer).href);
    await expect(page.getByRole('heading', { name: 'Open a recorded login.' })).toBeVisible();
    await use(page);
    expect(complaints).toEqual([pathToFileURL(viewer).href]);
    await browser.close();
  },
});

/** What a page asks for and complains about, as it happens. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => complaints.push(request.url()));
  return complaints;
}

async function showsVerdict(page: Page, name: string): Promise<void> {
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict.getByRole('heading', { level: 1 })).toHaveText(/redirect_uri/u);
  await expect(page.getByText(`Imported file: ${name}.`)).toBeVisible();
}

test('a HAR chosen in the viewer shows its verdict, and closing it asks for the next', async ({ page }) => {
  await page.getByLabel('Choose a file').setInputFiles(recording);
  await showsVerdict(page, 'redirect-uri-at-token.har');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('heading', { name: 'Open a recorded login.' })).toBeVisible();
});

test('a HAR dropped on the viewer shows its verdict', async ({ page }) => {
  const data = await page.evaluateHandle((har) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([har], 'dropped.har'));
    return transfer;
  }, text);
  await page.dispatchEvent('.panel', 'drop', { dataTransfer: data });
  await showsVerdict(page, 'dropped.har');
});

test('the text of a HAR pasted into the viewer shows its verdict', async ({ page }) => {
  await page.evaluate((har) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', har);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
  await showsVerdict(page, 'Pasted text');
});

test('a trace shows the verdict of the HAR that it was made of', async ({ page }, testInfo) => {
  const file = testInfo.outputPath('trace.json');
  writeFileSync(file, traceOf(text));
  await page.getByLabel('Choose a file').setInputFiles(file);
  await showsVerdict(page, 'trace.json');
});

test('the HTML report that the viewer saves shows the verdict from a disk, and its policy lets nothing in', async ({
  page,
}, testInfo) => {
  await page.getByLabel('Choose a file').setInputFiles(recording);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByLabel('Format').selectOption('HTML report');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('region', { name: 'HTML report' }).getByRole('button', { name: 'Save' }).click(),
  ]);
  const file = testInfo.outputPath('report.html');
  await download.saveAs(file);
  const report = await page.context().newPage();
  const complaints = complaintsOf(report);
  await report.goto(pathToFileURL(file).href);
  const heading = report.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/redirect_uri/u);
  await expect(heading).toHaveCSS('font-size', '26px');
  await expect(report.locator('svg')).toBeVisible();
  expect(complaints).toEqual([pathToFileURL(file).href]);
  expect(await report.evaluate(tryToBreakOut)).toEqual(['connect-src', 'img-src', 'script-src-elem']);
});

test('a large file tells that it is read until Cancel or Esc ends it, and shows its verdict if neither does', async ({
  page,
}, testInfo) => {
  const file = testInfo.outputPath('large.har');
  writeFileSync(file, text + ' '.repeat(9_000_000));
  const choose = page.getByLabel('Choose a file');
  const progress = page.getByRole('progressbar');
  const letGo = await holdBack(page);
  await choose.setInputFiles(file);
  await expect(page.getByRole('status').filter({ hasText: 'Reading large.har…' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toHaveCount(0);
  await choose.setInputFiles(file);
  await expect(progress).toBeVisible();
  await choose.press('Escape');
  await expect(progress).toHaveCount(0);
  await letGo();
  await expect(page.getByRole('heading', { name: 'Open a recorded login.' })).toBeVisible();
  await choose.setInputFiles(file);
  await showsVerdict(page, 'large.har');
  await expect(progress).toHaveCount(0);
});

test('a file of more than 300 MB, and one that is none of ours, are refused in one sentence', async ({
  page,
}, testInfo) => {
  const huge = testInfo.outputPath('huge.har');
  writeFileSync(huge, '{');
  truncateSync(huge, 300_000_001);
  await page.getByLabel('Choose a file').setInputFiles(huge);
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('huge.har cannot be read: The file has 301 MB; 300 MB are allowed.');
  const other = testInfo.outputPath('other.har');
  writeFileSync(other, text.replace('"request"', '"asked"'));
  await page.getByLabel('Choose a file').setInputFiles(other);
  await expect(refusal).toContainText(
    'other.har cannot be read: An entry has a "request" object; this one has none. (log.entries[0].request)',
  );
});

/** Has the page wait for the bytes of any file; answers what ends the wait. */
async function holdBack(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    const released = new Promise((resolve) => addEventListener('let-go', resolve));
    Blob.prototype.arrayBuffer = async function () {
      await released;
      return arrayBuffer.call(this);
    };
  });
  return () => page.evaluate(() => void dispatchEvent(new Event('let-go')));
}

/** The trace of a recording. */
function traceOf(har: string): string {
  const exchanges = fromHar(har, 'har');
  if (isProblem(exchanges)) throw new Error(exchanges.reason);
  const analyzer = createAnalyzer();
  exchanges.forEach(analyzer.ingest);
  const redactor = createRedactor({ key: new Uint8Array(32) });
  const session = redactSession(exchanges, analyzer.report(), redactor);
  return toTrace(session, { createdAt: 0, version: '0.0.0' });
}
