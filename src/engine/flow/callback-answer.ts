import { readingOf } from '../http/reading.ts';
import { errorInPage } from '../oauth/error.ts';
import type { AuthorizationResponse } from '../oauth/message.ts';
import { errorOnRoute } from './error-route.ts';
import type { Failure } from './failure.ts';
import type { Flow } from './flow.ts';

/** Of all network errors these alone prove that no app received the answer. */
const nobodyThere = /CONNECTION_REFUSED|NAME_NOT_RESOLVED|UNKNOWN_HOST|ADDRESS_UNREACHABLE/;

/**
 * What the app says went wrong after its callback: a 4xx or 5xx status, an error in the page it shows, a redirect to an
 * error route or a page that goes there, or that nobody was there to take the answer. Undefined when the callback looks
 * well.
 */
export function callbackFailure(
  landing: AuthorizationResponse,
  flow?: Pick<Flow, 'landings' | 'errorRoute'>,
): Failure | undefined {
  const failure = failureInAnswer(landing);
  const route = landing === flow?.landings.at(-1) ? flow?.errorRoute : undefined;
  if (failure !== undefined || route === undefined) return failure;
  return {
    place: 'callback',
    message: landing,
    error: errorOnRoute(route.id, route.url, 'url', landing.exchange.url),
  };
}

function failureInAnswer(landing: AuthorizationResponse): Failure | undefined {
  const { exchange } = landing;
  const { status, redirectTarget } = exchange;
  if (redirectTarget !== undefined) {
    const error = errorOnRoute(exchange.id, redirectTarget, 'redirect', exchange.url);
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
