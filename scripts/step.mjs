import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const limitMs = 10 * 60_000;

/** Runs a tool of `node_modules/.bin` (or Node itself) and answers how it ended and what it printed. */
export function runTool([tool, ...parameters], { live = false, env = {} } = {}) {
  const command = tool === 'node' ? process.execPath : join(root, 'node_modules/.bin', tool);
  const child = spawn(command, parameters, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  let output = '';
  const take = (chunk) => {
    output += chunk;
    if (live) process.stdout.write(chunk);
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.once('close', (code, signal) => {
      const ending =
        signal === null ? '' : `Stopped by ${signal} (the limit is ${limitMs / 60_000} minutes).\n`;
      resolve({ ok: code === 0, output: output + ending });
    });
  });
}

/** Prints how a step ended, with its output when it failed and was not shown while it ran. */
export function report(name, startedAt, { ok, output }, { live = false, words = '' } = {}) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name}${words === '' ? '' : `: ${words}`} (${seconds} s)`);
  if (!ok && !live) console.log(output.trimEnd().replaceAll(/^/gmu, '    '));
}
