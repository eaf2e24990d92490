import type { Exchange } from '../engine/http/exchange.ts';
import type { ObservedAnswer } from '../engine/http/observed-answer.ts';
import type { CaptureEvent } from '../engine/session/capture-event.ts';
import { fromText, toText } from '../engine/session/record.ts';
import { createSession, type Session } from '../engine/session/session.ts';
import { nothingForgotten } from '../engine/session/stock.ts';

/** Limits that nothing reaches. */
export const wide = { exchanges: 1000, exchangesPerTab: 1000, characters: 10_000_000 };

/** A log whose records are stored as text, as the browser does. */
export function logOf(limits = wide): {
  readonly session: () => Session;
  apply(event: CaptureEvent): void;
  restart(): void;
} {
  const stored = new Map<string, string>();
  let forgotten = nothingForgotten;
  const open = (): Session =>
    createSession({
      run: 'r',
      limits,
      forgotten,
      // In the order in which a store that does not promise any may give them back.
      records: [...stored.values()].reverse().flatMap((text) => fromText(text) ?? []),
    });
  let session = open();
  return {
    session: () => session,
    apply: (event) => {
      const { changed, marked, removed } = session.apply(event);
      if (changed !== undefined) stored.set(changed.exchange.id, toText(changed));
      for (const record of marked) stored.set(record.exchange.id, toText(record));
      for (const id of removed) stored.delete(id);
      forgotten = session.forgotten();
    },
    restart: () => void (session = open()),
  };
}

/** The exchanges after all events. */
export function fold(events: readonly CaptureEvent[], limits = wide): readonly Exchange[] {
  const log = logOf(limits);
  for (const event of events) log.apply(event);
  return log.session().exchanges();
}

let time = 1000;

/** A navigation that may be OAuth, one millisecond after the one before. */
export function started(requestId: string, url: string, more: object = {}): CaptureEvent {
  const details = {
    requestId,
    url,
    timeStamp: (time += 1),
    method: 'GET',
    type: 'main_frame',
    tabId: 1,
    frameId: 0,
  };
  return { type: 'request_started', related: true, details: { ...details, ...more } };
}

/** A navigation that has nothing to do with a login. */
export const unrelated = (requestId: string, tabId = 1, timeStamp = (time += 1)): CaptureEvent => ({
  ...started(requestId, `https://news.test/${requestId}`, { tabId, timeStamp }),
  ...{ related: false },
});

/** The request headers of a request. */
export const headers = (requestId: string): CaptureEvent => ({
  type: 'headers_sent',
  details: { requestId, timeStamp: 2000, requestHeaders: [{ name: 'Origin', value: 'https://app.test' }] },
});

/** An answer, or the end of an answered request. */
export const answer = (
  requestId: string,
  statusCode: number,
  type: 'answer_received' | 'completed' = 'completed',
) => ({ type, details: { requestId, timeStamp: 2100, statusCode, responseHeaders: [] } }) as const;

/** A redirect; a reason makes it one of the browser itself. */
export const redirect = (
  requestId: string,
  statusCode: number,
  redirectUrl: string,
  reason?: string,
): CaptureEvent => ({
  type: 'redirected',
  related: redirectUrl.includes('code='),
  details: {
    ...{ requestId, timeStamp: 2200, statusCode, redirectUrl },
    responseHeaders: reason === undefined ? [] : [{ name: 'Non-Authoritative-Reason', value: reason }],
  },
});

/** The end of a request by an error. */
export const failed = (requestId: string): CaptureEvent => ({
  type: 'failed',
  details: { requestId, timeStamp: 2300, error: 'net::ERR_ABORTED' },
});

/** A token answer as DevTools saw it. */
export const observed = (id: string, more: Partial<ObservedAnswer> = {}): CaptureEvent => ({
  type: 'observed',
  answer: {
    ...{
      id,
      channel: 'devtools_network',
      tab: 1,
      method: 'POST',
      url: 'https://op.test/token',
      startedAt: 1000,
    },
    ...{ status: 200, requestBody: undefined, requestMediaType: '' },
    ...{ responseBody: `{"access_token":"${id}"}`, responseMediaType: 'application/json', ...more },
  },
});

/** A token request of the given code. */
export const post = (requestId: string, code: string, timeStamp = 1000): CaptureEvent =>
  started(requestId, 'https://op.test/token', {
    ...{ method: 'POST', type: 'xmlhttprequest', timeStamp },
    requestBody: { formData: { grant_type: ['authorization_code'], code: [code] } },
  });

/** Bodies of requests and answers, to tell which answer went where. */
export const codes = (exchanges: readonly Exchange[]): readonly string[] =>
  exchanges.map(({ requestBody, responseBody }) => `${requestBody?.text} ${responseBody?.text}`);

/** The user empties the log. */
export const cleared = (at: number): CaptureEvent => ({ type: 'cleared', at });
