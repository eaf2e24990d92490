import type { CaptureListeners } from './capture-listeners.ts';

/** Listeners for what is not ready yet. */
export interface Gate {
  /** Events wait in order, and once it is ready go through, nothing allocated. */
  readonly listeners: CaptureListeners;
  /** All that waited has gone through. */
  readonly opened: Promise<void>;
}

/** Makes the gate. */
export function gated(ready: Promise<CaptureListeners>): Gate {
  let open: CaptureListeners | undefined;
  const opening = ready.then((listeners) => (open = listeners));
  // What waits hangs on the first of the two promises, and so comes before what hangs on the second.
  const opened = (async (): Promise<void> => void (await opening))();
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
    listeners: {
      started: (details, relevance) => (open ?? later).started(details, relevance),
      headersSent: (details) => (open ?? later).headersSent(details),
      answerReceived: (details) => (open ?? later).answerReceived(details),
      redirected: (details) => (open ?? later).redirected(details),
      completed: (details) => (open ?? later).completed(details),
      failed: (details) => (open ?? later).failed(details),
      bodyRead: (answer) => (open ?? later).bodyRead(answer),
    },
    opened,
  };
}
