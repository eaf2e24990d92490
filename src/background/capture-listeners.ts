import type { ObservedAnswer } from '../engine/http/observed-answer.ts';
import type { Relevance } from '../engine/http/relevance.ts';
import type { RequestStarted } from '../engine/http/web-request-event.ts';
import type { RequestListeners } from '../platform/each-once.ts';

/** Listeners for the life of requests that need not judge again what may be a login, and hear bodies too. */
export interface CaptureListeners extends Omit<RequestListeners, 'started'> {
  readonly started: (details: RequestStarted, relevance: Relevance) => void;
  /** The body of an answer was read. */
  readonly bodyRead: (answer: ObservedAnswer) => void;
}
