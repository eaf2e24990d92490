import type { Exchange } from '../engine/http/exchange.ts';
import { tooLarge } from '../engine/http/file-size.ts';
import { problemAt, type Problem } from '../engine/http/problem.ts';
import { fromDiscovery } from '../engine/oauth/from-discovery.ts';
import { fromFile } from '../engine/trace/from-file.ts';

/** The exchanges of one file. */
export function readInput(bytes: Uint8Array, source: string): readonly Exchange[] | Problem {
  const reason = tooLarge(bytes.length);
  return reason === undefined ? fromFile(textOf(bytes), source) : problemAt(source, 'file', reason);
}

/** The exchange of a discovery document that was handed over as a file. */
export function readDiscovery(bytes: Uint8Array, source: string, at: number): Exchange | Problem {
  return fromDiscovery(textOf(bytes), { source, at });
}

/** Windows shells write UTF-16 when a program's output is sent to a file. */
function textOf(bytes: Uint8Array): string {
  const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(littleEndian ? 'utf-16le' : 'utf-8').decode(bytes);
}
