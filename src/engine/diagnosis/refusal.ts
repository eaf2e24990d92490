import type { TokenRequest } from '../oauth/message.ts';
import { isExpectedAnswer } from '../oauth/expected-answers.ts';

/** True when the server is busy or broken, which says nothing about the request (429, 5xx, throttling texts). */
export function isServerTrouble(status: number | undefined, description: string | undefined): boolean {
  if (status !== undefined && (status === 429 || status >= 500)) return true;
  return /rate limit|too many requests/i.test(description ?? '');
}

/** True when the server read the token request and refused it, so that what is wrong with it explains the refusal. */
export function isRefused({ answer, error, exchange }: TokenRequest): boolean {
  if (answer !== 'error' || isExpectedAnswer(error, undefined)) return false;
  return !isServerTrouble(exchange.status, error?.description);
}

/** True for a refusal that speaks of the grant: servers answer client trouble before they look at the code. */
export function isGrantRefused(request: TokenRequest): boolean {
  return isRefused(request) && request.error?.code !== 'invalid_client';
}
