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

/** The same listeners, for registrations that hear some of the same requests. */
export interface SharedListeners {
  /** For a registration that is told all headers. */
  readonly full: RequestListeners;
  /** For one that is not: of a request that a full one hears from its start, what the full one is told counts. */
  readonly plain: RequestListeners;
  /** Forgets which requests the full registrations hear, when one of either kind ended. */
  forget(): void;
}

/**
 * Makes listeners that are told of each event once, also while, as `isShared` says, several registrations hear it: a
 * browser tells them one right after the other, so that only the last event of each kind is compared.
 */
export function eachOnce(listeners: RequestListeners, isShared: () => boolean): SharedListeners {
  const heardInFull = new Set<string>();

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

  function unlessInFull<Details extends Told>(
    listener: (details: Details) => void,
  ): (details: Details) => void {
    return (details) => {
      if (!heardInFull.has(details.requestId)) listener(details);
    };
  }

  function ending<Details extends Told>(listener: (details: Details) => void): (details: Details) => void {
    return (details) => {
      listener(details);
      // The plain registrations' copy of the event may be yet to come, and is compared with this one.
      heardInFull.delete(details.requestId);
    };
  }

  const started = once(listeners.started);
  const headersSent = once(listeners.headersSent);
  const answerReceived = once(listeners.answerReceived);
  const redirected = once(listeners.redirected);
  const completed = once(listeners.completed);
  const failed = once(listeners.failed);
  return {
    full: {
      started: (details) => {
        if (isShared()) heardInFull.add(details.requestId);
        started(details);
      },
      headersSent,
      answerReceived,
      redirected,
      completed: ending(completed),
      failed: ending(failed),
    },
    plain: {
      started,
      headersSent: unlessInFull(headersSent),
      answerReceived: unlessInFull(answerReceived),
      redirected: unlessInFull(redirected),
      completed: unlessInFull(completed),
      failed: unlessInFull(failed),
    },
    forget: () => heardInFull.clear(),
  };
}
