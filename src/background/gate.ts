import type { RequestListeners } from '../platform/web-request.ts';

/** Listeners for what is not ready yet: events wait in order, and once it is ready go through, nothing allocated. */
export function gated(ready: Promise<RequestListeners>): RequestListeners {
  let open: RequestListeners | undefined;
  const opening = ready.then((listeners) => (open = listeners));
  const wait = (work: (listeners: RequestListeners) => void): void => void opening.then(work);

  const later: RequestListeners = {
    started: (details) => wait((listeners) => listeners.started(details)),
    headersSent: (details) => wait((listeners) => listeners.headersSent(details)),
    answerReceived: (details) => wait((listeners) => listeners.answerReceived(details)),
    redirected: (details) => wait((listeners) => listeners.redirected(details)),
    completed: (details) => wait((listeners) => listeners.completed(details)),
    failed: (details) => wait((listeners) => listeners.failed(details)),
  };

  return {
    started: (details) => (open ?? later).started(details),
    headersSent: (details) => (open ?? later).headersSent(details),
    answerReceived: (details) => (open ?? later).answerReceived(details),
    redirected: (details) => (open ?? later).redirected(details),
    completed: (details) => (open ?? later).completed(details),
    failed: (details) => (open ?? later).failed(details),
  };
}
