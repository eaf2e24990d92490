import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** Bytes at a time: a disk gives them in some hundredths of a second. */
const piece = 16_000_000;

/**
 * The bytes of a file; throws what `node:fs` throws. `onRead` is told after each piece but the last how many of how
 * many are there. What has no size of its own, such as a pipe, is read at once.
 */
export function readInPieces(path: string, onRead: (read: number, size: number) => void): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size <= piece) return readFileSync(file);
    const bytes = new Uint8Array(size);
    let read = 0;
    while (read < size) {
      const more = readSync(file, bytes, read, Math.min(piece, size - read), null);
      if (more === 0) break;
      read += more;
      if (read < size) onRead(read, size);
    }
    return bytes.subarray(0, read);
  } finally {
    closeSync(file);
  }
}
