import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startChromium } from './demo/chromium.ts';
import type { DemoBrowser } from './demo/demo-browser.ts';
import { startFirefoxDemo } from './demo/firefox.ts';
import { play } from './demo/play.ts';
import { isConcluded, sectionOf } from './firefox/side-by-side.ts';
import { elsewhereCases, loginCases, type LoginCase } from './support/cases.ts';
import { test as withStage } from './support/with-stage.ts';

interface Browsers {
  readonly browsers: Readonly<Record<'chromium' | 'firefox', DemoBrowser>>;
}

const test = withStage.extend<object, Browsers>({
  browsers: [
    async ({}, use) => {
      const [chromium, firefox] = await Promise.all([startChromium(false), startFirefoxDemo(false)]);
      await use({ chromium, firefox });
      await Promise.all([chromium.close(), firefox.close()]);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** The report in a trace file without what differs from one login to the next: ids, times, placeholders. */
function reportIn(file: string): unknown {
  const trace: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const report = typeof trace === 'object' && trace !== null && 'report' in trace ? trace.report : undefined;
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => numbers.get(id) ?? numbers.set(id, numbers.size + 1).size;
  const text = JSON.stringify(report)
    .replaceAll(
      /"(?<of>id|parent)":"(?<id>flow-[^"]+)"/gu,
      (_, of: string, id: string) => `"${of}":${numberOf(id)}`,
    )
    .replaceAll(/"exchange":"([^"]+)"/gu, (_, id: string) => `"exchange":${numberOf(id)}`)
    .replaceAll(/"at":\d+(\.\d+)?/gu, '"at":0')
    .replaceAll(/‹([^·›]+)·[^›]+›/gu, '‹$1›');
  return JSON.parse(text);
}

const root = join(import.meta.dirname, '..');
const measured = join(root, 'test-results/firefox-reports');
const sections: string[] = [];

/** Keeps a section for `npm run firefox:reports`. */
function keep({ name, title }: LoginCase, chromium: unknown, firefox: unknown): void {
  if (!isConcluded(chromium) || !isConcluded(firefox)) throw new Error('There is no report.');
  const section = sectionOf(title, chromium, firefox);
  sections.push(section);
  mkdirSync(measured, { recursive: true });
  writeFileSync(join(measured, `${name}.md`), section);
}

test.describe.configure({ mode: 'default' });

function compares(login: LoginCase): void {
  test(`${login.title}: Firefox reports what Chromium reports`, async ({ stage, browsers }, testInfo) => {
    for (const [name, browser] of Object.entries(browsers)) {
      const { app, words, isRight } = await play(browser, stage.app, login);
      expect(
        { name, app, isRight },
        `${name} shows ${words.sentence} in ${words.flows.join('; ')}`,
      ).toMatchObject({
        app: login.app,
        isRight: true,
      });
    }
    let exports = 0;
    const exported = async (browser: DemoBrowser): Promise<unknown> => {
      exports += 1;
      const file = testInfo.outputPath(`${exports}.grantscope.json`);
      await browser.exportTrace(file);
      return reportIn(file);
    };
    // Bodies of answers come after the verdict, in each browser at its own pace; then both say the same.
    const reports: unknown[] = [];
    await expect(async () => {
      const [chromium, firefox] = [await exported(browsers.chromium), await exported(browsers.firefox)];
      expect(firefox).toEqual(chromium);
      reports.splice(0, 2, chromium, firefox);
    }).toPass({ timeout: 60_000 });
    keep(login, reports[0], reports[1]);
  });
}

for (const login of loginCases) compares(login);

test.describe('in another window or frame', () => {
  // Only so many lines of a long list are drawn, and each is looked for.
  test.beforeAll(async ({ browsers }) => {
    await Promise.all([browsers.chromium.clear(), browsers.firefox.clear()]);
  });

  for (const login of elsewhereCases) compares(login);
});

// A test of its own: one that fails takes its browsers with it, and what later reports compare with.
test('docs/firefox-reports.md has these reports side by side', () => {
  const page = readFileSync(join(root, 'docs/firefox-reports.md'), 'utf8');
  expect(page.slice(page.indexOf('## '))).toBe(sections.join('\n'));
});
