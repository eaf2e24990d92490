import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readInPieces } from './read-in-pieces.ts';

const folder = mkdtempSync(join(tmpdir(), 'grantscope-pieces-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of this size and what it was read as, with what was told on the way. */
function read(size: number) {
  const path = join(folder, String(size));
  const written = new Uint8Array(
    Buffer.alloc(
      size,
      Uint8Array.from({ length: 251 }, (_, at) => at),
    ),
  );
  writeFileSync(path, written);
  const told: (readonly [number, number])[] = [];
  const bytes = readInPieces(path, (...counts) => told.push(counts));
  return { isWhole: Buffer.compare(bytes, written) === 0, told };
}

test('a small file is read at once', () => {
  expect(read(1_000)).toEqual({ isWhole: true, told: [] });
});

test('a large file is the same bytes, and says after each piece but the last how far it is', () => {
  expect(read(33_000_000)).toEqual({
    isWhole: true,
    told: [
      [16_000_000, 33_000_000],
      [32_000_000, 33_000_000],
    ],
  });
});

// Linux has such files everywhere.
test.skipIf(process.platform !== 'linux')('what has no size of its own is read to its end', () => {
  expect(readInPieces('/proc/self/status', () => {}).length).toBeGreaterThan(0);
});

test('a folder is refused as the system does it', () => {
  expect(() => readInPieces(folder, () => {})).toThrow('EISDIR');
});
