/** The browsers' word for a request that the page's own Content Security Policy stopped (Chromium, net_error_list.h). */
export const blockedByPolicy = 'net::ERR_BLOCKED_BY_CSP';

/** What another channel than webRequest saw of one finished request: mostly the body of its answer. */
export interface ObservedAnswer {
  /** Unique, so that an observation delivered twice counts once. */
  readonly id: string;
  readonly channel: 'devtools_network' | 'page_hook' | 'response_filter';
  /** The browser's id of the request, from a channel that has it. */
  readonly request?: string;
  readonly tab: number | undefined;
  /** Upper case. */
  readonly method: string;
  readonly url: string;
  /** Unix milliseconds. */
  readonly startedAt: number;
  readonly status: number | undefined;
  /** For one that never reached the network. */
  readonly networkError?: typeof blockedByPolicy;
  /** After a redirect, of which only the browser knows whether the method and the body went along. */
  readonly redirected?: boolean;
  readonly requestBody: string | undefined;
  readonly requestMediaType: string;
  /** Text of the answer; undefined when the browser no longer had it. */
  readonly responseBody: string | undefined;
  readonly responseMediaType: string;
}
