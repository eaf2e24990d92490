import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { report, runTool } from './step.mjs';
import { countPlaywright, countVitest, settle } from './tally.mjs';

const reports = join(import.meta.dirname, '../.cache/reports');
const unitReport = join(reports, 'unit.json');

const vitest = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
const firefoxTests = 'end-to-end tests, Firefox';
const lintFirefox = ['web-ext', 'lint', '--source-dir', 'dist/firefox', '--no-config-discovery'];

/** The end-to-end tests of one of Playwright's projects. */
function endToEnd(name, project) {
  const file = join(reports, `e2e-${project}.json`);
  return {
    name,
    tool: ['playwright', 'test', '--config', 'e2e', '--project', project],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    live: true,
    count: () => countPlaywright(file),
  };
}

/** Groups run one after the other, the steps of one at the same time. */
const groups = [
  [
    { name: 'format', tool: ['prettier', '--check', '--log-level', 'warn', '.'] },
    { name: 'lint', tool: ['oxlint'] },
    { name: 'types', tool: ['tsc', '-p', '.'] },
    { name: 'unused code', tool: ['knip', '--no-progress'] },
  ],
  [{ name: 'build', tool: ['node', 'scripts/build.mjs'] }],
  [
    { name: 'size', tool: ['size-limit'] },
    { name: 'Firefox lint', tool: lintFirefox },
    { name: 'unit tests', tool: vitest, count: () => countVitest(unitReport) },
  ],
  [endToEnd('end-to-end tests, Chromium', 'chromium')],
];

async function run({ name, tool, live = false, env, count }) {
  const startedAt = performance.now();
  if (live) console.log(`… ${name}`);
  const result = await runTool(tool, { live, env });
  if (count === undefined) {
    report(name, startedAt, result);
    return { passed: Number(result.ok), failed: Number(!result.ok) };
  }
  const { passed, failed, skipped } = settle(count(), result.ok);
  const words = `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
  report(name, startedAt, { ok: failed === 0, output: result.output }, { live, words });
  return { passed, failed };
}

const reason = await bootstrap();
if (reason !== undefined) {
  console.error(reason);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const whyNoFirefox = await bootstrap('firefox');
if (whyNoFirefox === undefined) groups.push([endToEnd(firefoxTests, 'firefox')]);

rmSync(reports, { recursive: true, force: true });
const total = { passed: 0, failed: 0 };
for (const group of groups) {
  for (const { passed, failed } of await Promise.all(group.map(run))) {
    total.passed += passed;
    total.failed += failed;
  }
}
if (whyNoFirefox !== undefined) console.log(`- ${firefoxTests}: left out. ${whyNoFirefox}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
