/** Runs every benchmark, each in a process of its own; prints all figures and ends with 1 when a target was missed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const missed = ['capture.ts', 'analyze.ts'].filter((file) => {
  console.log(`\n${file}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, file)], {
    stdio: 'inherit',
  });
  return status !== 0;
});
if (missed.length > 0) {
  console.log(`\nMissed: ${missed.join(', ')}`);
  process.exitCode = 1;
}
