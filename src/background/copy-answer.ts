import type { ResponseFilter } from '../platform/response-filter.ts';

/**
 * Hands every piece of an answer on as it comes, and at the end tells the answer's bytes. An answer of more than `cap`
 * bytes passes by itself from there on, and nothing is told.
 */
export function copyAnswer(filter: ResponseFilter, cap: number, onEnd: (bytes: Uint8Array) => void): void {
  const pieces: Uint8Array[] = [];
  let size = 0;
  filter.ondata = ({ data }) => {
    size += data.byteLength;
    // Copied before it is written: the browser may take its memory over.
    if (size <= cap) pieces.push(new Uint8Array(data.slice(0)));
    filter.write(data);
    if (size <= cap) return;
    pieces.length = 0;
    filter.disconnect();
  };
  filter.onstop = () => {
    filter.close();
    if (size <= cap) onEnd(joined(pieces, size));
  };
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
