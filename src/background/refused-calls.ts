import type {
  AnswerReceived,
  BrowserHeader,
  HeadersSent,
  RequestStarted,
} from '../engine/http/web-request-event.ts';

/** Calls of APIs, at addresses that tell nothing: only those that are refused for the sake of a token are steps of a login. */
export interface RefusedCalls {
  /** To be told of each call that is not in the log; remembers one that carries a token until it is answered. */
  sent(details: HeadersSent): void;
  /** What is to be told of the call after all, now that it was refused. */
  answered(details: AnswerReceived): RefusedCall | undefined;
  /** The call ended without an answer, or elsewhere. */
  ended(requestId: string): void;
}

/** A call as the log would have heard of it in time. */
export interface RefusedCall {
  readonly started: RequestStarted;
  /** Undefined when it carried no token. */
  readonly sent: HeadersSent | undefined;
}

/** Browsers make fewer at once; more are left over by ends that were never told. */
const most = 256;

/** Remembers calls under way, a bounded number; nothing is allocated for one without a token. */
export function createRefusedCalls(): RefusedCalls {
  const underWay = new Map<string, HeadersSent>();

  return {
    sent: (details) => {
      if (!some(details.requestHeaders, 'authorization', isToken)) return;
      underWay.set(details.requestId, details);
      if (underWay.size <= most) return;
      for (const oldest of underWay.keys()) {
        underWay.delete(oldest);
        return;
      }
    },
    answered: (details) => {
      const sent = underWay.size > 0 ? underWay.get(details.requestId) : undefined;
      if (sent !== undefined) underWay.delete(details.requestId);
      const { statusCode, responseHeaders } = details;
      if (statusCode !== 401 && statusCode !== 403) return undefined;
      if (sent === undefined && !some(responseHeaders, 'www-authenticate', isToken)) return undefined;
      const started = startOf(sent ?? details);
      return started === undefined ? undefined : { started, sent };
    },
    ended: (requestId) => void (underWay.size > 0 && underWay.delete(requestId)),
  };
}

/** `Bearer` (RFC 6750) or `DPoP` (RFC 9449), as credentials or as what is asked for. */
function isToken(value: string): boolean {
  return /\b(?:bearer|dpop)\b/iu.test(value);
}

function some(
  headers: readonly BrowserHeader[] | undefined,
  name: string,
  holds: (value: string) => boolean,
): boolean {
  if (headers === undefined) return false;
  for (const header of headers) {
    if (header.name.length !== name.length || header.name.toLowerCase() !== name) continue;
    if (header.value !== undefined && holds(header.value)) return true;
  }
  return false;
}

/** Each event repeats what the first one said, but for the body. */
function startOf(details: HeadersSent | AnswerReceived): RequestStarted | undefined {
  const { requestId, timeStamp, url, method, type, tabId, frameId, initiator, originUrl } = details;
  if (url === undefined || method === undefined || type === undefined) return undefined;
  if (method === 'OPTIONS' || (initiator ?? originUrl)?.includes('-extension:') === true) return undefined;
  return {
    ...{ requestId, timeStamp, url, method, type, initiator, originUrl },
    tabId: tabId ?? -1,
    frameId: frameId ?? -1,
  };
}
