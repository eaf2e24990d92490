// What the browsers' webRequest events carry, structurally: Chromium's and Firefox's details both fit.
// https://developer.chrome.com/docs/extensions/reference/api/webRequest, https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/webRequest

/** A header as webRequest has it; a value that is not text comes as bytes. */
export interface BrowserHeader {
  readonly name: string;
  readonly value?: string | undefined;
  readonly binaryValue?: unknown;
}

/** One piece of a body that the browser did not parse. */
export interface RawPiece {
  /** An `ArrayBuffer`. */
  readonly bytes?: unknown;
  /** A file on the user's disk, which is never read. */
  readonly file?: unknown;
}

/** The body of a request: parsed form fields, or bytes in pieces. */
export interface BrowserBody {
  /** Each field's values, by name. */
  readonly formData?: Readonly<Record<string, unknown>> | undefined;
  readonly raw?: readonly RawPiece[] | undefined;
  readonly error?: string | undefined;
}

interface RequestEvent {
  /** The same for all hops of a redirect chain; unique while the browser runs. */
  readonly requestId: string;
  /** Unix milliseconds. */
  readonly timeStamp: number;
}

interface RequestFacts {
  readonly url: string;
  readonly method: string;
  readonly type: string;
  /** -1 when it belongs to no tab, as a service worker's does. */
  readonly tabId: number;
  readonly frameId: number;
  /** Chromium: an origin. */
  readonly initiator?: string | undefined;
  /** Firefox: the address of what caused it. */
  readonly originUrl?: string | undefined;
}

/** `onBeforeRequest` */
export interface RequestStarted extends RequestEvent, RequestFacts {
  readonly requestBody?: BrowserBody | null | undefined;
}

/** What browsers say again with each event; of use only where the first one was not kept. */
type Repeated = { readonly [Name in keyof RequestFacts]?: RequestFacts[Name] | undefined };

/** `onSendHeaders`; absent for what the browser's cache answers. */
export interface HeadersSent extends RequestEvent, Repeated {
  readonly requestHeaders?: readonly BrowserHeader[] | undefined;
}

/** `onHeadersReceived` and `onCompleted` */
export interface AnswerReceived extends RequestEvent, Repeated {
  readonly statusCode: number;
  readonly responseHeaders?: readonly BrowserHeader[] | undefined;
}

/** `onBeforeRedirect` */
export interface Redirected extends AnswerReceived {
  readonly redirectUrl: string;
}

/** `onErrorOccurred`; it may be the only end of a request, also after an answer. */
export interface RequestFailed extends RequestEvent, Repeated {
  readonly error: string;
}
