import browser from 'webextension-polyfill';

interface Piece {
  readonly data: ArrayBuffer;
}

/** A filter between the network and the page, as Firefox has it: what is not written to it never reaches the page. */
export interface ResponseFilter {
  ondata?: (event: Piece) => void;
  onstop?: (event: Piece) => void;
  /** It was asked for too late, or the request was redirected; the answer passes by itself. */
  onerror?: (event: Piece) => void;
  write(data: ArrayBuffer): void;
  close(): void;
  /** Lets the rest of the answer pass by itself. */
  disconnect(): void;
}

/** Puts a filter on a request that starts; undefined where the browser has no filters (Chromium). */
export const openResponseFilter: ((requestId: string) => ResponseFilter) | undefined =
  'filterResponseData' in browser.webRequest
    ? (requestId) => browser.webRequest.filterResponseData(requestId)
    : undefined;
