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

/** One of the listeners, for either kind of registration. */
interface Pair<Details> {
  readonly full: (details: Details) => void;
  readonly plain: (details: Details) => void;
}

/**
 * Makes listeners that are told of each event once, also while, as `isShared` says, several registrations hear it: a
 * browser tells them one right after the other, so that only the last event of each kind is compared.
 */
export function eachOnce(listeners: RequestListeners, isShared: () => boolean): SharedListeners {
  const heardInFull = new Set<string>();

  function pairOf<Details extends Told>(
    listener: (details: Details) => void,
    note: (requestId: string) => void = () => {},
  ): Pair<Details> {
    let last = '';

    function isRepeated({ requestId, timeStamp, url }: Details): boolean {
      const event = `${requestId} ${timeStamp} ${url}`;
      if (event === last) return true;
      last = event;
      return false;
    }

    return {
      full: (details) => {
        if (isShared()) {
          note(details.requestId);
          if (isRepeated(details)) return;
        }
        listener(details);
      },
      plain: (details) => {
        if (isShared() && (heardInFull.has(details.requestId) || isRepeated(details))) return;
        listener(details);
      },
    };
  }

  const end = (requestId: string): void => void heardInFull.delete(requestId);
  const started = pairOf(listeners.started, (requestId) => heardInFull.add(requestId));
  const headersSent = pairOf(listeners.headersSent);
  const answerReceived = pairOf(listeners.answerReceived);
  const redirected = pairOf(listeners.redirected);
  const completed = pairOf(listeners.completed, end);
  const failed = pairOf(listeners.failed, end);
  const of = (kind: keyof Pair<unknown>): RequestListeners => ({
    started: started[kind],
    headersSent: headersSent[kind],
    answerReceived: answerReceived[kind],
    redirected: redirected[kind],
    completed: completed[kind],
    failed: failed[kind],
  });
  return { full: of('full'), plain: of('plain'), forget: () => heardInFull.clear() };
}
