import { isJsonObject, listOf, stringOf, type JsonObject } from './json.ts';

/** What the program that wrote a HAR leaves out, so that absence is not taken for evidence. */
export interface HarDialect {
  /** Every header sent is listed; false for browsers' exports that may have been sanitized. */
  readonly headersComplete: boolean;
  /** `pageref` names a browser tab (Playwright) and not a navigation within one (DevTools). */
  readonly pagesAreTabs: boolean;
  /** All that a page made stands in one tab: the one the browser's tools were open for. */
  readonly isOneTab: boolean;
  /** An answer that the browser kept from the page is listed as one that failed. */
  readonly tellsFailures: boolean;
  /** A request that failed is not listed at all (WebKit's `HARBuilder` is given what finished). */
  readonly leavesOutFailures: boolean;
  /** A chain of redirects is one entry, with the method and body of its first request and the headers of its last. */
  readonly chainsAreOne: boolean;
  /** A request without `postData` had no body. */
  readonly bodiesComplete: boolean;
  /** Each entry says what was recorded completely, in `_known`. */
  readonly statesKnown: boolean;
}

const wireRecorders =
  /charles|fiddler|mitmproxy|proxyman|mockttp|http toolkit|httptoolkit|burp|zap|playwright|firefox|recording proxy/i;
/** They list what came over the wire, whatever became of it. */
const tellsAnswersOnly =
  /charles|fiddler|mitmproxy|proxyman|mockttp|http toolkit|httptoolkit|burp|zap|firefox/i;
/** The creators that Chrome and Edge, Safari, and Firefox write. */
const browserTools = /^(?:webinspector|webkit web inspector|firefox)$/i;
const credentialHeaders = new Set(['cookie', 'set-cookie', 'authorization', 'proxy-authorization']);

/**
 * Chrome, Edge and Safari do not say whether an export was sanitized (Chrome's removes Cookie, Set-Cookie and
 * Authorization), so their headers count as complete only when one of these is present somewhere in the file: see `hasCredentials`.
 */
export function dialectOf(log: JsonObject): HarDialect {
  const creator = isJsonObject(log['creator']) ? (stringOf(log['creator']['name']) ?? '') : '';
  const isSafari = creator === 'WebKit Web Inspector';
  return {
    headersComplete: wireRecorders.test(creator),
    tellsFailures: !tellsAnswersOnly.test(creator),
    pagesAreTabs: /playwright|grantscope/i.test(creator),
    isOneTab: browserTools.test(creator),
    leavesOutFailures: isSafari,
    chainsAreOne: isSafari,
    bodiesComplete: wireRecorders.test(creator),
    statesKnown: creator === 'Grantscope',
  };
}

/** Whether an entry has a header that a sanitized export would not have. */
export function hasCredentials(entry: unknown): boolean {
  if (!isJsonObject(entry)) return false;
  return [entry['request'], entry['response']].some(
    (side) =>
      isJsonObject(side) &&
      listOf(side['headers']).some(
        (header) =>
          isJsonObject(header) && credentialHeaders.has((stringOf(header['name']) ?? '').toLowerCase()),
      ),
  );
}
