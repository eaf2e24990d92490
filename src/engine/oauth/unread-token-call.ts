// A token request (RFC 6749 §3.2) without its content, as recordings have it that were stripped of all bodies.
import type { Exchange } from '../http/exchange.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { errorInAnswer } from './error.ts';
import type { AnswerState, UnreadTokenCall } from './message.ts';
import { messageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';
import { readTokens, tokenPath } from './token-request.ts';

/** Recognises a page's call to a token endpoint by its address alone. */
export const unreadTokenCall: Recogniser = {
  kind: 'unread_token_call',
  read: readUnreadTokenCall,
};

function readUnreadTokenCall(reading: Reading, isNamed = false): UnreadTokenCall | undefined {
  const { exchange } = reading;
  if (!isUnreadCall(exchange) || !(isNamed || tokenPath.test(reading.url().path))) return undefined;
  const error = errorInAnswer(reading);
  const answer = error === undefined ? stateOf(reading) : 'error';
  if (answer === undefined) return undefined;
  const endpoint = withoutQuery(exchange.url);
  return {
    kind: 'unread_token_call',
    exchange,
    endpoint,
    params: messageParameters(),
    answer,
    error,
    isNamed,
  };
}

/** True for a call of a page that sent something which nobody can read. */
export function isUnreadCall({ kind, method, requestBody, known }: Exchange): boolean {
  return kind === 'fetch' && method === 'POST' && !known.requestBody && (requestBody?.text ?? '') === '';
}

/** Undefined for an answer that no token endpoint gives. */
function stateOf(reading: Reading): AnswerState | undefined {
  const { status, networkError, responseBody } = reading.exchange;
  if (networkError !== undefined) return 'no_answer';
  if (status === undefined) return 'unknown';
  if (status >= 400) return 'error';
  if (readTokens(reading) !== undefined) return 'success';
  const type = reading.responseHeader('content-type') ?? responseBody?.mediaType ?? '';
  return status === 200 && /json/i.test(type) && reading.responseJson() === undefined ? 'success' : undefined;
}
