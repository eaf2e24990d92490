import type { CaptureListeners } from './capture-listeners.ts';

/** Listeners for what is not ready yet. */
export interface Gate {
  /** Events wait, and once it is ready go through, nothing allocated. */
  readonly listeners: CaptureListeners;
  /** All that waited has gone through. */
  readonly opened: Promise<void>;
}

/** An event that waits. */
interface Waiting {
  /** Unix milliseconds. */
  readonly timeStamp: number;
  readonly tell: (listeners: CaptureListeners) => void;
}

/**
 * Makes the gate. What waited goes through in the order of its times: a browser that starts a stopped worker may tell it
 * of the next hop of a request before the one that woke it.
 */
export function gated(ready: Promise<CaptureListeners>): Gate {
  let open: CaptureListeners | undefined;
  const waiting: Waiting[] = [];
  const opened = letThrough();
  const wait = (timeStamp: number, tell: Waiting['tell']): void => void waiting.push({ timeStamp, tell });

  const later: CaptureListeners = {
    started: (details, relevance) => wait(details.timeStamp, ({ started }) => started(details, relevance)),
    headersSent: (details) => wait(details.timeStamp, ({ headersSent }) => headersSent(details)),
    answerReceived: (details) => wait(details.timeStamp, ({ answerReceived }) => answerReceived(details)),
    redirected: (details) => wait(details.timeStamp, ({ redirected }) => redirected(details)),
    completed: (details) => wait(details.timeStamp, ({ completed }) => completed(details)),
    failed: (details) => wait(details.timeStamp, ({ failed }) => failed(details)),
    // Read when the answer had ended, which has no time of its own.
    bodyRead: (answer) => wait(Number.POSITIVE_INFINITY, ({ bodyRead }) => bodyRead(answer)),
  };

  async function letThrough(): Promise<void> {
    const listeners = await ready;
    waiting.sort((one, other) => one.timeStamp - other.timeStamp);
    // Open whatever becomes of what waited; nothing comes in between.
    open = listeners;
    for (const { tell } of waiting.splice(0)) tell(listeners);
  }

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
