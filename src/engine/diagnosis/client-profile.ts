// What traffic proves of a client (RFC 6749 §2.1, RFC 8252 §8.4); one of which it proves nothing may be confidential.
import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { originOf, urlParts } from '../http/url.ts';
import type { AuthorizationRequest, TokenRequest } from '../oauth/message.ts';
import { isSentinel } from '../oauth/redirect-uri.ts';

/** True for a call of a page: servers and recorders of servers have no tab, and their requests no `Origin`. */
export function isFromPage({ tab, kind, requestHeaders }: Exchange): boolean {
  return kind === 'fetch' && (tab !== undefined || headerValue(requestHeaders, 'origin') !== undefined);
}

/** True for a call to the page’s own origin: its server or gateway adds the credentials, where the request has none. */
export function isOfApp({ requestHeaders, initiator, url }: Exchange): boolean {
  const page = headerValue(requestHeaders, 'origin') ?? initiator;
  return page === originOf(url) && headerValue(requestHeaders, 'authorization') === undefined;
}

/** True for a page that got tokens of another origin, or of the login’s own server, without credentials. */
export function isOfPublicPage(
  { answer, exchange, authentication }: TokenRequest,
  request: AuthorizationRequest | undefined,
): boolean {
  const { known, url } = exchange;
  const isOfServer = request !== undefined && originOf(request.endpoint) === originOf(url);
  return (
    answer === 'success' &&
    isFromPage(exchange) &&
    known.requestHeaders &&
    known.requestBody &&
    authentication.methods.length === 0 &&
    !authentication.mayShowCertificate &&
    (isOfServer || !isOfApp(exchange))
  );
}

/** True where the system hands the answer to an app by a private scheme, which another app may claim (RFC 8252 §7.1). */
export function answersToNativeApp({ params }: AuthorizationRequest): boolean {
  const uri = params.get('redirect_uri') ?? '';
  const { scheme } = urlParts(uri);
  return scheme !== '' && !/^https?$/i.test(scheme) && !/-extension$/i.test(scheme) && !isSentinel(uri);
}
