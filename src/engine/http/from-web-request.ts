import { bodyOfRequest } from './browser-body.ts';
import { isCancelled, type Exchange, type Header, type ResourceKind } from './exchange.ts';
import { mediaTypeOf } from './har-body.ts';
import { headerValue } from './headers.ts';
import { originOf } from './url.ts';
import type {
  AnswerReceived,
  BrowserHeader,
  HeadersSent,
  Redirected,
  RequestFailed,
  RequestStarted,
} from './web-request-event.ts';

/** A request that was just started, as an exchange without an answer. */
export function fromRequestStarted(id: string, started: RequestStarted): Exchange {
  const method = started.method.toUpperCase();
  const requestBody = bodyOfRequest(started.requestBody);
  const bodiless = method === 'GET' || method === 'HEAD';
  return {
    id,
    source: 'live',
    tab: started.tabId < 0 ? undefined : started.tabId,
    frame: started.frameId < 0 ? undefined : started.frameId,
    initiator: initiatorOf(started),
    kind: kindOf(started.type, method),
    method,
    url: started.url,
    requestHeaders: [],
    requestBody,
    status: undefined,
    responseHeaders: [],
    responseBody: undefined,
    redirectTarget: undefined,
    startedAt: started.timeStamp,
    respondedAt: undefined,
    endedAt: undefined,
    networkError: undefined,
    channels: ['web_request'],
    known: {
      requestHeaders: false,
      // A POST without a body looks the same as one whose body the browser cannot hand over (a stream).
      requestBody: bodiless || (requestBody !== undefined && requestBody.cutFrom === undefined),
      responseHeaders: false,
      responseBody: false,
      fragment: true,
    },
  };
}

/**
 * Adds the request's headers. Firefox shows all of them; Chromium, without `extraHeaders`, none that the browser adds:
 * `Accept-Encoding`, which goes with every request, tells which it was.
 */
export function withHeadersSent(exchange: Exchange, sent: HeadersSent): Exchange {
  if (sent.requestHeaders === undefined) return exchange;
  const requestHeaders = headersOf(sent.requestHeaders);
  const isWhole = headerValue(requestHeaders, 'accept-encoding') !== undefined;
  const { requestBody } = exchange;
  const mediaType = mediaTypeOf(headerValue(requestHeaders, 'content-type'));
  return {
    ...exchange,
    requestHeaders,
    requestBody: requestBody?.fidelity === 'exact' ? { ...requestBody, mediaType } : requestBody,
    known: { ...exchange.known, requestHeaders: true, ...(isWhole ? {} : { browserHeaders: false }) },
  };
}

/** Adds status and headers of the answer. */
export function withAnswer(exchange: Exchange, answer: AnswerReceived): Exchange {
  const status = answer.statusCode > 0 ? answer.statusCode : exchange.status;
  const { responseHeaders: headers } = answer;
  return {
    ...exchange,
    status,
    responseHeaders: headers === undefined ? exchange.responseHeaders : headersOf(headers),
    respondedAt: exchange.respondedAt ?? answer.timeStamp,
    known: {
      ...exchange.known,
      responseHeaders: exchange.known.responseHeaders || headers !== undefined,
      responseBody: exchange.known.responseBody || status === 204 || exchange.method === 'HEAD',
    },
  };
}

/** Adds the redirect that ends this hop. */
export function withRedirect(exchange: Exchange, redirect: Redirected): Exchange {
  const answered = withAnswer(exchange, redirect);
  const location = headerValue(answered.responseHeaders, 'location');
  return {
    ...answered,
    redirectTarget: asSpelled(location, redirect.redirectUrl),
    endedAt: redirect.timeStamp,
  };
}

/** Adds the end of an answered request. */
export function withCompletion(exchange: Exchange, completed: AnswerReceived): Exchange {
  return { ...withAnswer(exchange, completed), endedAt: completed.timeStamp };
}

/** Adds the end of a request by an error, with or without an answer before it. */
export function withFailure(exchange: Exchange, failed: RequestFailed): Exchange {
  // What failed is the hop after this one, e.g. to `myapp://`, which has no request of its own.
  if (exchange.redirectTarget !== undefined) return exchange;
  const ended = { ...exchange, endedAt: failed.timeStamp };
  // A refusal stays one, whether or not the page that goes away waits for its body: browsers say now this, now that.
  if ((exchange.status ?? 0) >= 400 && isCancelled(failed.error)) return ended;
  return { ...ended, networkError: failed.error };
}

/**
 * True for a redirect that no server sent: an upgrade to HTTPS (HSTS, "HTTPS first") or another extension's doing.
 * Chromium says so in a header of its own making, Firefox has no answer for it.
 */
export function isInternalRedirect(exchange: Exchange, redirect: Redirected): boolean {
  if (redirect.responseHeaders?.some(({ name }) => name.toLowerCase() === 'non-authoritative-reason'))
    return true;
  const upgrade =
    exchange.url.startsWith('http://') && redirect.redirectUrl === `https://${exchange.url.slice(7)}`;
  return upgrade && exchange.status === undefined && (redirect.responseHeaders ?? []).length === 0;
}

/** The Location header as the server wrote it, when it is what the browser followed: the browser's URL is normalised. */
function asSpelled(location: string | undefined, followed: string): string {
  return location !== undefined && URL.canParse(location) && new URL(location).href === followed
    ? location
    : followed;
}

function headersOf(headers: readonly BrowserHeader[]): readonly Header[] {
  return headers.map(({ name, value }) => ({ name, value: value ?? '' }));
}

function initiatorOf({ initiator, originUrl }: RequestStarted): string | undefined {
  if (initiator !== undefined) return initiator === 'null' ? undefined : initiator;
  const origin = originUrl === undefined ? '' : originOf(originUrl);
  return origin === '' ? undefined : origin;
}

function kindOf(type: string, method: string): ResourceKind {
  if (type === 'main_frame') return 'navigation';
  if (type === 'sub_frame') return 'frame';
  if (method === 'OPTIONS') return 'preflight';
  return type === 'xmlhttprequest' ? 'fetch' : 'other';
}
