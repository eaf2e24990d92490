import { defineConfig } from '@playwright/test';

// DevTools windows are pages only when this is set before a browser is attached to.
process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';

export default defineConfig({
  testDir: '.',
  // The other tests here are Vitest's. Not every machine can have a Firefox, so its tests can be left out.
  projects: [
    { name: 'chromium', testMatch: '**/*.spec.ts', testIgnore: '**/firefox-*.spec.ts' },
    { name: 'firefox', testMatch: '**/firefox-*.spec.ts' },
  ],
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // Long enough for a machine with much other work: how fast it is decides no test.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? 'list' : [['list'], ['json']],
});
