import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startChromium } from './demo/chromium.ts';
import type { DemoBrowser } from './demo/demo-browser.ts';
import { startFirefoxDemo } from './demo/firefox.ts';
import { play } from './demo/play.ts';
import { loginCases } from './support/cases.ts';
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
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** The report in a trace file without what differs from one login to the next: ids, times, placeholders. */
function reportIn(file: string): unknown {
  const trace: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const report = typeof trace === 'object' && trace !== null && 'report' in trace ? trace.report : undefined;
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => numbers.get(id) ?? numbers.set(id, numbers.size + 1).size;
  const text = JSON.stringify(report)
    .replaceAll(/"id":"[^"]+","kind"/gu, '"kind"')
    .replaceAll(/"exchange":"([^"]+)"/gu, (_, id: string) => `"exchange":${numberOf(id)}`)
    .replaceAll(/"at":\d+(\.\d+)?/gu, '"at":0')
    .replaceAll(/‹([^·›]+)·[^›]+›/gu, '‹$1›');
  return JSON.parse(text);
}

test.describe.configure({ mode: 'default' });

for (const login of loginCases) {
  test(`${login.title}: Firefox reports what Chromium reports`, async ({ stage, browsers }, testInfo) => {
    for (const [name, browser] of Object.entries(browsers)) {
      const { app, words, isRight } = await play(browser, stage.app, login);
      expect({ name, app, sentence: words.sentence, isRight }).toMatchObject({
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
    await expect(async () => {
      expect(await exported(browsers.firefox)).toEqual(await exported(browsers.chromium));
    }).toPass({ timeout: 15_000 });
  });
}
