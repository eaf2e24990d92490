import type { Exchange } from '../../engine/http/exchange.ts';
import { fromHar } from '../../engine/http/from-har.ts';
import { isProblem, type Problem } from '../../engine/http/problem.ts';
import { fromTrace } from '../../engine/trace/from-trace.ts';

/** Reads a trace of ours or a HAR, whichever the text is. */
export function readFile(text: string, name: string): readonly Exchange[] | Problem {
  if (!/"format"\s*:\s*"grantscope\./.test(text.slice(0, 400))) return fromHar(text, name);
  const trace = fromTrace(text, name);
  return isProblem(trace) ? trace : trace.exchanges;
}
