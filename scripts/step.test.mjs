import { expect, test } from 'vitest';
import { runTool } from './step.mjs';

test('a tool gives how it ended and what it printed', async () => {
  const script = "console.log('said'); console.error('complained'); process.exitCode = 3";
  const { ok, output } = await runTool(['node', '-e', script]);
  expect(ok).toBe(false);
  expect(output.split('\n').filter(Boolean).sort()).toEqual(['complained', 'said']);
  expect(await runTool(['node', '-e', "console.log('fine')"])).toEqual({ ok: true, output: 'fine\n' });
});

test('a tool that never ends is stopped with all that it started, and the limit is named', async () => {
  const script = `
    const { spawn } = require('node:child_process');
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    setInterval(() => {}, 1000);`;
  const { ok, output } = await runTool(['node', '-e', script], { limitMs: 600 });
  expect(ok).toBe(false);
  expect(output).toBe('Stopped: it took longer than 0.01 minutes.\n');
});

test('a tool that is not there is named', async () => {
  const { ok, output } = await runTool(['no-such-tool']);
  expect(ok).toBe(false);
  expect(output).toContain('no-such-tool');
});
