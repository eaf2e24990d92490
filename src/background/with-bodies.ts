import { bodyCap } from '../engine/http/browser-body.ts';
import { mediaTypeOf } from '../engine/http/har-body.ts';
import type { ObservedAnswer } from '../engine/http/observed-answer.ts';
import { relevanceOf } from '../engine/http/relevance.ts';
import type { AnswerReceived, RequestStarted } from '../engine/http/web-request-event.ts';
import type { ResponseFilter } from '../platform/response-filter.ts';
import type { RequestListeners } from '../platform/web-request.ts';
import { copyAnswer } from './copy-answer.ts';

/** What the bodies of answers are read with. */
export interface BodyReading {
  /** Undefined in a browser without filters. */
  readonly open: ((requestId: string) => ResponseFilter) | undefined;
  readonly isRecording: () => boolean;
  readonly onAnswer: (answer: ObservedAnswer) => void;
}

/** One hop whose answer is copied; told when both the bytes and the end are there, in whichever order they come. */
interface Copied {
  readonly started: RequestStarted;
  bytes?: Uint8Array;
  end?: AnswerReceived;
}

/** The listeners, with the bodies of answers to scripts' requests that may be OAuth, where the browser lets them be read. */
export function withBodies(listeners: RequestListeners, reading: BodyReading): RequestListeners {
  const { open, isRecording, onAnswer } = reading;
  if (open === undefined) return listeners;
  const copied = new Map<string, Copied>();

  function tell(id: string, hop: Copied): void {
    if (hop.bytes === undefined || hop.end === undefined || copied.get(id) !== hop) return;
    copied.delete(id);
    onAnswer(answerOf(hop.started, hop.end, hop.bytes));
  }

  return {
    ...listeners,
    started: (details) => {
      listeners.started(details);
      const id = details.requestId;
      copied.delete(id);
      if (!isRecording() || !mayBeRead(details)) return;
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
function mayBeRead(details: RequestStarted): boolean {
  const { type, method } = details;
  if (type === 'main_frame' || type === 'sub_frame' || method === 'OPTIONS') return false;
  return relevanceOf(details) === 'related';
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
