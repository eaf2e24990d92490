import type {
  AnswerReceived,
  HeadersSent,
  Redirected,
  RequestFailed,
  RequestStarted,
} from '../engine/http/web-request-event.ts';

/** Listeners for the life of requests. */
export interface RequestListeners {
  readonly started: (details: RequestStarted) => void;
  readonly headersSent: (details: HeadersSent) => void;
  readonly answerReceived: (details: AnswerReceived) => void;
  readonly redirected: (details: Redirected) => void;
  readonly completed: (details: AnswerReceived) => void;
  readonly failed: (details: RequestFailed) => void;
}

/** What a browser tells of an event is there within this time; milliseconds. */
export const onItsWay = 1_000;

/** What tells one event of a kind from the next. */
interface Told {
  readonly requestId: string;
  readonly timeStamp: number;
  /** A browser may move a request to another address in the same instant. */
  readonly url?: string | undefined;
}

/**
 * The same listeners, told of each event once also while, as `isShared` says, several registrations hear it: a browser
 * tells them one right after the other, so that only the last event of each kind is compared.
 */
export function eachOnce(listeners: RequestListeners, isShared: () => boolean): RequestListeners {
  function once<Details extends Told>(listener: (details: Details) => void): (details: Details) => void {
    let last = '';
    return (details) => {
      if (isShared()) {
        const event = `${details.requestId} ${details.timeStamp} ${details.url}`;
        if (event === last) return;
        last = event;
      }
      listener(details);
    };
  }

  return {
    started: once(listeners.started),
    headersSent: once(listeners.headersSent),
    answerReceived: once(listeners.answerReceived),
    redirected: once(listeners.redirected),
    completed: once(listeners.completed),
    failed: once(listeners.failed),
  };
}
