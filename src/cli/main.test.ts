import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Runs the program in a process of its own. */
function grantscope(...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', ...argv],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

test.each([
  [['analyze', 'no/such.har'], 'grantscope: no/such.har: file: There is no such file or folder.\n'],
  [['analyze', 'src'], 'grantscope: src: file: This is a folder, not a file.\n'],
  [
    ['analyze', 'e2e/recordings/ok-redirect.har', '--out', 'no/such/file'],
    'grantscope: no/such/file: file: There is no such file or folder.\n',
  ],
])('%j ends with 2 and one line on stderr', (argv, line) => {
  expect(grantscope(...argv)).toEqual({ status: 2, stdout: '', stderr: line });
});

test('a clean login ends with 0 and a failed one with 1, the report on stdout', () => {
  const clean = grantscope('analyze', 'e2e/recordings/ok-redirect.har');
  expect({ status: clean.status, stderr: clean.stderr }).toEqual({ status: 0, stderr: '' });
  expect(clean.stdout).toMatch(/^SUCCEEDED/);
  const failed = grantscope('analyze', 'e2e/recordings/wrong-tenant.har');
  expect(failed.status).toBe(1);
  expect(failed.stdout).toMatch(/^FAILED/);
});
