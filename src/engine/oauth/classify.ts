import type { Exchange } from '../http/exchange.ts';
import { readingOf } from '../http/reading.ts';
import { mayMatter } from './may-matter.ts';
import type { Message, MessageKind } from './message.ts';
import { requestRecognisers, responseRecogniser } from './recognisers.ts';

/**
 * The protocol messages an exchange carries: mostly none; a request and the response it is answered with at most.
 * `named` is the kind that a metadata document has this endpoint for.
 */
export function classify(exchange: Exchange, named?: MessageKind): readonly Message[] {
  if (named === undefined && !mayMatter(exchange)) return [];
  const reading = readingOf(exchange);
  for (const { kind, read } of requestRecognisers) {
    const message = read(reading, kind === named);
    if (message === undefined) continue;
    // A server may answer these by sending the browser back to the app at once.
    const mayEndLogin = message.kind === 'authorization_request' || message.kind === 'foreign_login';
    return mayEndLogin ? [message, ...responseRecogniser.read(reading)] : [message];
  }
  return responseRecogniser.read(reading);
}
