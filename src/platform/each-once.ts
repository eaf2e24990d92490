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

/**
 * The same listeners, told of each event once where several registrations hear it: a browser tells them one right after
 * the other. Only the last event of each kind is compared, so that it costs next to nothing for the many that one hears.
 */
export function eachOnce(listeners: RequestListeners): RequestListeners {
  const started = createLast();
  const headersSent = createLast();
  const answerReceived = createLast();
  const redirected = createLast();
  const completed = createLast();
  const failed = createLast();
  // One function for all, which would take the details themselves, is slow: those of each kind have another shape.
  return {
    started: (details) => {
      if (started(details.requestId, details.timeStamp, details.url)) listeners.started(details);
    },
    headersSent: (details) => {
      if (headersSent(details.requestId, details.timeStamp, details.url)) listeners.headersSent(details);
    },
    answerReceived: (details) => {
      if (answerReceived(details.requestId, details.timeStamp, details.url))
        listeners.answerReceived(details);
    },
    redirected: (details) => {
      if (redirected(details.requestId, details.timeStamp, details.url)) listeners.redirected(details);
    },
    completed: (details) => {
      if (completed(details.requestId, details.timeStamp, details.url)) listeners.completed(details);
    },
    failed: (details) => {
      if (failed(details.requestId, details.timeStamp, undefined)) listeners.failed(details);
    },
  };
}

/** Is this event another than the last? A browser may move a request to another address in the same instant. */
function createLast(): (request: string, time: number, url: string | undefined) => boolean {
  let lastRequest = '';
  // A plain number would be a new object of the heap with each event.
  const lastTime = new Float64Array(1);
  let lastUrl: string | undefined;
  return (request, time, url) => {
    if (request === lastRequest && time === lastTime[0] && url === lastUrl) return false;
    lastRequest = request;
    lastTime[0] = time;
    lastUrl = url;
    return true;
  };
}
