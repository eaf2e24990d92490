import type { Exchange } from '../http/exchange.ts';
import { fromCurl } from '../http/from-curl.ts';
import { fromHar } from '../http/from-har.ts';
import { fromRawHttp } from '../http/from-raw-http.ts';
import { isProblem, problemAt, type Problem } from '../http/problem.ts';
import { fromTrace } from './from-trace.ts';

/** The exchanges of one file, by what the file is: a trace, a HAR, HTTP messages or curl commands as text. */
export function fromFile(text: string, source: string): readonly Exchange[] | Problem {
  const start = text.slice(0, 4096).trimStart();
  if (start === '') return problemAt(source, 'line 1, column 1', 'The file is empty.');
  if (start.startsWith('{')) return readJson(text, source);
  if (/^(?:[<>*] )?(?:[A-Z]{3,20} \S|HTTP\/\d|[*] )/.test(start)) return fromRawHttp(text, source);
  if (curlCommand.test(start)) return isCurlTalk(text) ? fromRawHttp(text, source) : fromCurl(text, source);
  return problemAt(
    source,
    'line 1, column 1',
    'The file is neither a HAR, nor a Grantscope trace, nor HTTP or curl commands as text.',
  );
}

/** A command at the start of a file, after comments and the shell's prompt. */
const curlCommand = /^(?:#.*\n\s*)*(?:[$%>] )?(?:\S*[\\/])?curl(?:\.exe)?\s/;

/** `curl -v` with what it printed: then the messages are there themselves. */
function isCurlTalk(text: string): boolean {
  return /^> [A-Z]{3,20} \S+ HTTP\//m.test(text);
}

/** A trace names its format; the member may stand anywhere, since tools sort members. */
function readJson(text: string, source: string): readonly Exchange[] | Problem {
  if (!/"format"\s*:\s*"grantscope\./.test(text)) return fromHar(text, source);
  const har = /^\{\s*"log"/.test(text.trimStart()) ? fromHar(text, source) : undefined;
  if (har !== undefined) return har;
  const trace = fromTrace(text, source);
  return isProblem(trace) ? trace : trace.exchanges;
}
