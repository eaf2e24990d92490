import type { TokenRequest } from '../oauth/message.ts';
import { isExpectedAnswer } from '../oauth/expected-answers.ts';

type Answered = Pick<TokenRequest, 'answer' | 'error' | 'exchange'>;

/** True when the server is busy or broken, which says nothing about the request (429, 5xx, throttling texts). */
export function isServerTrouble(status: number | undefined, description: string | undefined): boolean {
  if (status !== undefined && (status === 429 || status >= 500)) return true;
  return /rate limit|too many requests/i.test(description ?? '');
}

/** True when the server read the token request and refused it, so that what is wrong with it explains the refusal. */
export function isRefused({ answer, error, exchange }: Answered): boolean {
  if (answer !== 'error' || isExpectedAnswer(error, undefined)) return false;
  return !isServerTrouble(exchange.status, error?.description);
}

/** True for a refusal that speaks of the grant: servers answer client trouble before they look at the code. */
export function isGrantRefused(request: Answered): boolean {
  return isRefused(request) && !isClientRefused(request);
}

/** Codes that some servers send for a client they did not let in; with 401 they mean that (RFC 6749 §5.2). */
const clientAliases: ReadonlySet<string> = new Set(['unauthorized_client', 'access_denied']);

/** True for a refusal that speaks of the client: who it is, or how it proves that. */
export function isClientRefused(request: Answered): boolean {
  const code = request.error?.code;
  if (code === undefined || !isRefused(request)) return false;
  return code === 'invalid_client' || (request.exchange.status === 401 && clientAliases.has(code));
}
