import { existsSync, readFileSync } from 'node:fs';

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** What a suite's own report comes to. A suite that ran no test, left no report or ended badly counts as failed. */
export function settle(counted, ok) {
  const { passed, failed, skipped } = counted ?? { passed: 0, failed: 0, skipped: 0 };
  const isShort = failed === 0 && (!ok || passed === 0);
  return { passed, failed: isShort ? 1 : failed, skipped };
}

/** Counts in a report of `vitest --reporter=json`; undefined when there is none. */
export function countVitest(file) {
  const report = read(file);
  if (report === undefined) return undefined;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((each) => each.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts in a report of Playwright's json reporter; undefined when there is none. */
export function countPlaywright(file) {
  const report = read(file);
  if (report === undefined) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
