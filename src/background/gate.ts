import type { CaptureListeners } from './capture-listeners.ts';

/** Listeners for what is not ready yet: events wait in order, and once it is ready go through, nothing allocated. */
export function gated(ready: Promise<CaptureListeners>): CaptureListeners {
  let open: CaptureListeners | undefined;
  const opening = ready.then((listeners) => (open = listeners));
  const wait = (work: (listeners: CaptureListeners) => void): void => void opening.then(work);

  const later: CaptureListeners = {
    started: (details, relevance) => wait((listeners) => listeners.started(details, relevance)),
    headersSent: (details) => wait((listeners) => listeners.headersSent(details)),
    answerReceived: (details) => wait((listeners) => listeners.answerReceived(details)),
    redirected: (details) => wait((listeners) => listeners.redirected(details)),
    completed: (details) => wait((listeners) => listeners.completed(details)),
    failed: (details) => wait((listeners) => listeners.failed(details)),
    bodyRead: (answer) => wait((listeners) => listeners.bodyRead(answer)),
  };

  return {
    started: (details, relevance) => (open ?? later).started(details, relevance),
    headersSent: (details) => (open ?? later).headersSent(details),
    answerReceived: (details) => (open ?? later).answerReceived(details),
    redirected: (details) => (open ?? later).redirected(details),
    completed: (details) => (open ?? later).completed(details),
    failed: (details) => (open ?? later).failed(details),
    bodyRead: (answer) => (open ?? later).bodyRead(answer),
  };
}
