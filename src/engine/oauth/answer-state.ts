import type { Exchange } from '../http/exchange.ts';
import type { OAuthError } from './error.ts';
import type { AnswerState } from './message.ts';

/**
 * What became of a call whose answer holds no tokens. A success status without a readable body counts as success:
 * the browser does not always hand bodies over. An answer that never arrived differs from one still awaited.
 */
export function answerState(exchange: Exchange, error: OAuthError | undefined): AnswerState {
  if (error !== undefined) return 'error';
  const { status } = exchange;
  if (exchange.networkError !== undefined) return 'no_answer';
  if (status === undefined) return 'unknown';
  if (status >= 400) return 'error';
  // 301 to 303 lose the form: the request went to something that is no token endpoint.
  if (status >= 301 && status <= 303) return 'error';
  if (status < 200 || status >= 300) return 'unknown';
  if (!exchange.known.responseBody || exchange.responseBody?.cutFrom !== undefined) return 'success';
  return exchange.responseBody === undefined || exchange.responseBody.text === '' ? 'unknown' : 'error';
}
