import type { Exchange } from '../engine/http/exchange.ts';
import { fromHar } from '../engine/http/from-har.ts';
import { fromRawHttp } from '../engine/http/from-raw-http.ts';
import { isProblem, problemAt, type Problem } from '../engine/http/problem.ts';
import { fromDiscovery } from '../engine/oauth/from-discovery.ts';
import { fromTrace } from '../engine/trace/from-trace.ts';

/** The exchanges of one file, by what the file is: a trace, a HAR, or HTTP messages as text. */
export function readInput(bytes: Uint8Array, source: string): readonly Exchange[] | Problem {
  const text = textOf(bytes);
  const start = text.slice(0, 4096).trimStart();
  if (start === '') return problemAt(source, 'line 1, column 1', 'The file is empty.');
  if (start.startsWith('{')) return readJson(text, source);
  if (/^(?:[<>*] )?(?:[A-Z]{3,20} \S|HTTP\/\d|[*] )/.test(start)) return fromRawHttp(text, source);
  return problemAt(
    source,
    'line 1, column 1',
    'The file is neither a HAR, nor a Grantscope trace, nor HTTP as text.',
  );
}

/** The exchange of a discovery document that was handed over as a file. */
export function readDiscovery(bytes: Uint8Array, source: string, at: number): Exchange | Problem {
  return fromDiscovery(textOf(bytes), { source, at });
}

/** A trace names its format; the member may stand anywhere, since tools sort members. */
function readJson(text: string, source: string): readonly Exchange[] | Problem {
  if (!/"format"\s*:\s*"grantscope\./.test(text)) return fromHar(text, source);
  const har = /^\{\s*"log"/.test(text.trimStart()) ? fromHar(text, source) : undefined;
  if (har !== undefined) return har;
  const trace = fromTrace(text, source);
  return isProblem(trace) ? trace : trace.exchanges;
}

/** Windows shells write UTF-16 when a program's output is sent to a file. */
function textOf(bytes: Uint8Array): string {
  const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(littleEndian ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** Several files as one session, in order of time; ids stay unique. */
export function joinSessions(sessions: readonly (readonly Exchange[])[]): readonly Exchange[] {
  const ids = new Set<string>();
  return sessions
    .flatMap((exchanges, index) => exchanges.map((exchange) => ({ exchange, index })))
    .map(({ exchange, index }) => {
      const id = ids.has(exchange.id) ? `${index + 1}/${exchange.id}` : exchange.id;
      ids.add(id);
      return { ...exchange, id };
    })
    .sort((one, other) => one.startedAt - other.startedAt);
}
