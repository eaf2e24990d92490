import { decodeOnce } from '../../engine/http/parameters.ts';
import type { FlowOutline } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import type { Searchable } from './filter.ts';
import type { Recording } from './recording.ts';

const wordsOf = new WeakMap<Exchange, string>();

/**
 * The words of a flow that a filter looks at. They are not masked, so that a code or an id from somebody's log finds its
 * login; what is found shows nothing that was not typed.
 */
export function searchableOf(flow: FlowOutline, recording: Recording): Searchable {
  const { verdict, authority, clientId } = flow;
  return {
    client: clientId === undefined ? [] : [clientId],
    host: [authority.host, authority.providerName, authority.tenant ?? '', recording.appOf(flow)],
    error: verdict.answer?.error === undefined ? [] : [verdict.answer.error],
    parameter: recording.captured(flow).map(textOf),
  };
}

/** Everything an exchange carries, as sent and decoded. */
function textOf(exchange: Exchange): string {
  const known = wordsOf.get(exchange);
  if (known !== undefined) return known;
  const { url, requestBody, redirectTarget, responseBody } = exchange;
  const text = [url, requestBody?.text, redirectTarget, responseBody?.text.slice(0, 20_000)].join('\n');
  const words = text.includes('%') ? `${text}\n${decodeOnce(text).value}` : text;
  wordsOf.set(exchange, words);
  return words;
}
