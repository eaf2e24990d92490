import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import packageJson from '../../package.json' with { type: 'json' };
import { problemAt, type Problem } from '../engine/http/problem.ts';
import { drawPng } from './draw-png.ts';
import { readInPieces } from './read-in-pieces.ts';
import { run } from './run.ts';

const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'There is no such file or folder.'],
  ['EACCES', 'Access is denied.'],
  ['EISDIR', 'This is a folder, not a file.'],
  ['ERR_FS_FILE_TOO_LARGE', 'The file is too large to be read.'],
]);

function fileProblem(path: string, error: unknown): Problem {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return problemAt(path, 'file', reasons.get(code) ?? `The file cannot be used (${String(code)}).`);
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault of ours.
process.stdout.on('error', () => process.exit());

process.exitCode = await run(process.argv.slice(2), {
  version: packageJson.version,
  terminal: {
    columns: process.stderr.isTTY ? process.stderr.columns : undefined,
    print: (text) => process.stderr.write(text),
  },
  read(path, onRead) {
    try {
      return readInPieces(path, onRead);
    } catch (error) {
      return fileProblem(path, error);
    }
  },
  write(path, contents) {
    try {
      writeFileSync(path, contents);
      return undefined;
    } catch (error) {
      return fileProblem(path, error);
    }
  },
  draw: drawPng,
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
  random: (bytes) => randomBytes(bytes),
  now: () => Date.now(),
});
