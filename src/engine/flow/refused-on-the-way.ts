import { readingOf } from '../http/reading.ts';
import type { Exchange } from '../http/exchange.ts';
import { urlParts } from '../http/url.ts';
import { errorInPage, refusalInPage } from '../oauth/error.ts';
import type { AuthorizationRequest } from '../oauth/message.ts';

/**
 * The request as a later page of the server refused it, such as one that no longer knows the login: the last page
 * on the way is an error and names it in the standard's words, or has a server's own words for a refusal. Undefined where
 * it is none: a login form that says that the password is wrong comes with an error status, too, and some error pages
 * (Google's, Duende's) come with 200.
 */
export function refusedOnTheWay(
  request: AuthorizationRequest,
  hops: readonly Exchange[],
): AuthorizationRequest | undefined {
  const exchange = hops.at(-1);
  if (exchange?.status === undefined || exchange.redirectTarget !== undefined) return undefined;
  if (exchange.startedAt < request.exchange.startedAt) return undefined;
  const reading = readingOf(exchange);
  const isErrorPage = exchange.status >= 400 || /\/error(?:\/|$)/i.test(urlParts(exchange.url).path);
  const named = isErrorPage ? errorInPage(reading) : undefined;
  const error = named?.code === undefined ? refusalInPage(reading) : named;
  return error === undefined ? undefined : { ...request, exchange, error };
}
