/** One header as it went over the wire; compare names without regard to case (RFC 9110 §5.1). */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** A request or response body as text. Bodies that are not text are kept only by size. */
export interface Body {
  /** The decoded text; '' is an empty body, which differs from a body that was not captured. */
  readonly text: string;
  /** The media type without its parameters, lower case; '' when none was sent. */
  readonly mediaType: string;
  /** 'rebuilt': the browser handed over parsed form fields, so the exact bytes are not known. */
  readonly fidelity: 'exact' | 'rebuilt';
  /** Size in bytes before it was cut to the cap; undefined when it is whole. */
  readonly cutFrom: number | undefined;
}

/** What caused the request, as far as the browser says. */
export type ResourceKind = 'navigation' | 'frame' | 'fetch' | 'preflight' | 'other';

/** Where a fact about an exchange came from. */
export type CaptureChannel = 'web_request' | 'devtools_network' | 'page_hook' | 'response_filter' | 'file';

/**
 * Which parts were observed completely. False means "not captured", so that the absence of a header or
 * parameter proves nothing; true with an empty value means "absent".
 */
export interface Known {
  readonly requestHeaders: boolean;
  /** False where the browser kept back `Cookie`, `Origin`, `Referer` and `Set-Cookie` but no other header; absent elsewhere. */
  readonly browserHeaders?: false;
  readonly requestBody: boolean;
  readonly responseHeaders: boolean;
  readonly responseBody: boolean;
  /** Whether a fragment in the URL would have been seen (Playwright's and DevTools' HAR drop it). */
  readonly fragment: boolean;
  /** False where the recorder lists no request that failed; absent elsewhere. */
  readonly failures?: false;
}

/** True when a cookie that the request sent would have been seen. */
export function showsCookies({ known }: Exchange): boolean {
  return known.requestHeaders && known.browserHeaders !== false;
}

/**
 * One HTTP request and whatever is known of its answer; one per redirect hop. Without an answer, without a
 * body or with a network error is a normal state. Times are Unix milliseconds (fractions allowed) of one
 * clock per source.
 */
export interface Exchange {
  /** Unique within a session log. */
  readonly id: string;
  /** 'live', or the name of the file it was read from. */
  readonly source: string;
  readonly tab: number | undefined;
  /** 0 is the tab's main frame. */
  readonly frame: number | undefined;
  /** Origin of the page that caused the request, when the browser says. */
  readonly initiator: string | undefined;
  readonly kind: ResourceKind;
  /** Upper case. */
  readonly method: string;
  /** As requested, fragment included when it was seen. */
  readonly url: string;
  readonly requestHeaders: readonly Header[];
  readonly requestBody: Body | undefined;
  readonly status: number | undefined;
  readonly responseHeaders: readonly Header[];
  readonly responseBody: Body | undefined;
  /** Absolute URL the answer redirects to, fragment included. */
  readonly redirectTarget: string | undefined;
  readonly startedAt: number;
  /** When the answer's header section arrived. */
  readonly respondedAt: number | undefined;
  readonly endedAt: number | undefined;
  /** The browser's own words for a request that got no answer, e.g. `net::ERR_CONNECTION_REFUSED`. */
  readonly networkError: string | undefined;
  readonly channels: readonly CaptureChannel[];
  readonly known: Known;
}

/** True when the network failed; leaving the page cancels a navigation, which is no failure. */
export function isBroken({ networkError }: Exchange): boolean {
  return networkError !== undefined && !isCancelled(networkError);
}

/** True when the page or the user gave up, by the browser's own words (Chromium, Firefox). */
export function isCancelled(networkError: string): boolean {
  return /ERR_ABORTED|BINDING_ABORTED|cancel+ed/i.test(networkError);
}
