import { parameterValue, parseParameters } from '../http/parameters.ts';
import { readingOf } from '../http/reading.ts';
import { urlParts } from '../http/url.ts';
import { errorInPage, makeError, type OAuthError } from '../oauth/error.ts';
import type { AuthorizationResponse } from '../oauth/message.ts';
import type { Failure } from './failure.ts';

/** Of all network errors these alone prove that no app received the answer. */
const nobodyThere = /CONNECTION_REFUSED|NAME_NOT_RESOLVED|UNKNOWN_HOST|ADDRESS_UNREACHABLE/;

/**
 * What the app's own callback route says went wrong on its server: a 4xx or 5xx status, an error in the page it
 * shows, a redirect to an error route, or that nobody was there to take the answer. Undefined when the callback looks well.
 */
export function callbackFailure(landing: AuthorizationResponse): Failure | undefined {
  const { exchange } = landing;
  const { status, redirectTarget } = exchange;
  if (redirectTarget !== undefined) {
    const error = errorInRedirect(exchange.id, redirectTarget);
    return error === undefined ? undefined : { place: 'callback', message: landing, error };
  }
  if (status === undefined)
    return nobodyThere.test(exchange.networkError ?? '')
      ? { place: 'callback', message: landing, error: undefined }
      : undefined;
  const reading = readingOf(exchange);
  const error = errorInPage(reading);
  if (status >= 400) return { place: 'callback', message: landing, error };
  // A good status with an error on the page: only a literal code counts, prose about errors does not.
  const named = error?.sent !== undefined && reading.responseText().includes(error.sent);
  return named ? { place: 'callback', message: landing, error } : undefined;
}

/** `/login?error=…` and routes named for errors. */
function errorInRedirect(exchange: string, target: string): OAuthError | undefined {
  const parts = urlParts(target);
  const parameters = [parts.query, parts.fragment].flatMap((text) => parseParameters(text ?? ''));
  if (parameterValue(parameters, 'code') !== undefined) return undefined;
  const sent = parameterValue(parameters, 'error');
  const described = parameterValue(parameters, 'error_description');
  const at = { exchange, part: 'redirect_query', name: 'error' } as const;
  if (sent !== undefined && sent !== '') return makeError(sent, described, at, undefined);
  if (!/\/(?:[\w-]+-)?(?:error|failure|failed)(?:[/.-]|$)/i.test(parts.path)) return undefined;
  return makeError(undefined, described, { exchange, part: 'redirect', name: '' }, undefined);
}
