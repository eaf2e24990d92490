import type { ResponseFilter } from '../platform/response-filter.ts';

/**
 * Hands every piece of an answer on as it comes, and tells its bytes when they are a whole JSON object or the answer ends:
 * once, or undefined when it has more than `cap` bytes or cannot be read. What follows passes by itself.
 */
export function copyAnswer(
  filter: ResponseFilter,
  cap: number,
  tell: (bytes: Uint8Array | undefined) => void,
): void {
  const pieces: Uint8Array[] = [];
  let size = 0;

  function letPass(bytes: Uint8Array | undefined): void {
    filter.disconnect();
    tell(bytes);
  }

  filter.ondata = ({ data }) => {
    // Copied before it is written: the browser may take its memory over.
    const piece = new Uint8Array(data.slice(0));
    filter.write(data);
    size += piece.byteLength;
    if (size > cap) return letPass(undefined);
    pieces.push(piece);
    // A filter that is still there when a connection breaks ends the answer as if it were whole; so it goes first.
    if (!endsObject(piece)) return;
    const bytes = joined(pieces, size);
    if (isWholeJson(bytes)) letPass(bytes);
  };
  filter.onstop = () => {
    filter.close();
    tell(joined(pieces, size));
  };
  // A filter has no other way to listen in its types.
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  filter.onerror = () => tell(undefined);
}

const closingBrace = 0x7d;
const space = 0x20;

/** Is the last byte that is not white space a closing brace? */
function endsObject(piece: Uint8Array): boolean {
  return piece.findLast((byte) => byte > space) === closingBrace;
}

function isWholeJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    // More is to come, or it is something else.
    return false;
  }
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
