import { bodyCap } from '../engine/http/browser-body.ts';
import { mediaTypeOf } from '../engine/http/har-body.ts';
import type { ObservedAnswer } from '../engine/http/observed-answer.ts';
import { relevanceOf, type Relevance } from '../engine/http/relevance.ts';
import type { AnswerReceived, RequestStarted } from '../engine/http/web-request-event.ts';
import type { ResponseFilter } from '../platform/response-filter.ts';
import type { RequestListeners } from '../platform/each-once.ts';
import type { CaptureListeners } from './capture-listeners.ts';
import { copyAnswer } from './copy-answer.ts';

/** One hop whose answer is copied; told when both the bytes and the end are there, in whichever order they come. */
interface Copied {
  readonly started: RequestStarted;
  bytes?: Uint8Array;
  end?: AnswerReceived;
}

/**
 * Judges each request once for the listeners, and reads for them the bodies of answers to scripts' requests that may be
 * OAuth; `open` is undefined in a browser without filters. It knows nothing of the log: a filter must be opened in the
 * very call that hears of the request, also while a worker that was just woken still restores its log.
 */
export function withBodies(
  listeners: CaptureListeners,
  open: ((requestId: string) => ResponseFilter) | undefined,
): RequestListeners {
  if (open === undefined) {
    return { ...listeners, started: (details) => listeners.started(details, relevanceOf(details)) };
  }
  const copied = new Map<string, Copied>();

  function tell(id: string, hop: Copied): void {
    if (hop.bytes === undefined || hop.end === undefined || copied.get(id) !== hop) return;
    copied.delete(id);
    listeners.bodyRead(answerOf(hop.started, hop.end, hop.bytes));
  }

  return {
    ...listeners,
    started: (details) => {
      const relevance = relevanceOf(details);
      listeners.started(details, relevance);
      const id = details.requestId;
      copied.delete(id);
      if (!mayBeRead(details, relevance)) return;
      const hop: Copied = { started: details };
      copied.set(id, hop);
      copyAnswer(open(id), bodyCap, (bytes) => {
        if (bytes !== undefined) {
          hop.bytes = bytes;
          tell(id, hop);
        } else if (copied.get(id) === hop) copied.delete(id);
      });
    },
    redirected: (details) => {
      listeners.redirected(details);
      copied.delete(details.requestId);
    },
    completed: (details) => {
      listeners.completed(details);
      const hop = copied.get(details.requestId);
      if (hop === undefined) return;
      hop.end = details;
      tell(details.requestId, hop);
    },
    failed: (details) => {
      listeners.failed(details);
      copied.delete(details.requestId);
    },
  };
}

/** Pages are left alone, and preflights have no body. */
function mayBeRead({ type, method }: RequestStarted, relevance: Relevance): boolean {
  return relevance === 'related' && type !== 'main_frame' && type !== 'sub_frame' && method !== 'OPTIONS';
}

function answerOf(started: RequestStarted, end: AnswerReceived, bytes: Uint8Array): ObservedAnswer {
  const type = end.responseHeaders?.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  return {
    id: `${started.requestId}.${started.timeStamp}`,
    channel: 'response_filter',
    request: started.requestId,
    tab: started.tabId < 0 ? undefined : started.tabId,
    method: started.method.toUpperCase(),
    url: started.url,
    startedAt: started.timeStamp,
    status: end.statusCode,
    requestBody: undefined,
    requestMediaType: '',
    responseBody: textOf(bytes),
    responseMediaType: mediaTypeOf(type),
  };
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not text: there is nothing to read in it.
    return undefined;
  }
}
