import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const threeQuartersOfAnHour = 45 * 60_000;

/** Ends a process with all that it started; a tool's own children would otherwise hold its output open for ever. */
function killAll({ pid }) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/**
 * Runs a tool of `node_modules/.bin` (or Node itself) and answers how it ended and what it printed. After `limitMs` it is
 * killed with all that it started, and so it is when this process is told to stop.
 */
export function runTool(
  [tool, ...parameters],
  { live = false, env = {}, limitMs = threeQuartersOfAnHour } = {},
) {
  const command = tool === 'node' ? process.execPath : join(root, 'node_modules/.bin', tool);
  const child = spawn(command, parameters, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, which can be killed as a whole.
    detached: process.platform !== 'win32',
  });
  let output = '';
  const take = (chunk) => {
    output += chunk;
    if (live) process.stdout.write(chunk);
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  const timer = setTimeout(() => {
    take(`Stopped: it took longer than ${limitMs / 60_000} minutes.\n`);
    killAll(child);
  }, limitMs);
  const interrupted = () => {
    killAll(child);
    process.exit(130);
  };
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  }).finally(() => {
    clearTimeout(timer);
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  });
}

/** Prints how a step ended, with its output when it failed and was not shown while it ran. */
export function report(name, startedAt, { ok, output }, { live = false, words = '' } = {}) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name}${words === '' ? '' : `: ${words}`} (${seconds} s)`);
  if (!ok && !live) console.log(output.trimEnd().replaceAll(/^/gmu, '    '));
}
