import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countPlaywright, countVitest, settle } from './tally.mjs';

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'grantscope-tally-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function saved(report) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

test.each([
  ['all passed', { passed: 3, failed: 0, skipped: 0 }, true, { passed: 3, failed: 0, skipped: 0 }],
  ['some failed', { passed: 3, failed: 2, skipped: 1 }, false, { passed: 3, failed: 2, skipped: 1 }],
  ['no test ran', { passed: 0, failed: 0, skipped: 0 }, true, { passed: 0, failed: 1, skipped: 0 }],
  ['all were skipped', { passed: 0, failed: 0, skipped: 4 }, true, { passed: 0, failed: 1, skipped: 4 }],
  [
    'all passed, then the run ended badly',
    { passed: 3, failed: 0, skipped: 0 },
    false,
    { passed: 3, failed: 1, skipped: 0 },
  ],
  ['there is no report', undefined, false, { passed: 0, failed: 1, skipped: 0 }],
])('a suite where %s', (_, counted, ok, expected) => {
  expect(settle(counted, ok)).toEqual(expected);
});

test('a file of unit tests that could not be loaded is a failure', () => {
  const file = saved({
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 2,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    ],
  });
  expect(countVitest(file)).toEqual({ passed: 1, failed: 2, skipped: 2 });
});

test('a test that passed at the second try is a failure', () => {
  const file = saved({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } });
  expect(countPlaywright(file)).toEqual({ passed: 4, failed: 2, skipped: 0 });
});

test('a report that was not written counts nothing', () => {
  expect([countVitest(join(folder, 'none')), countPlaywright(join(folder, 'none'))]).toEqual([
    undefined,
    undefined,
  ]);
});
