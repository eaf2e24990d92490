/** What tells one event of a kind from the next. */
interface Told {
  readonly requestId: string;
  /** Of the event, the same for all who hear it. */
  readonly timeStamp: number;
  /** A browser may move a request to another address at once. */
  readonly url?: string | undefined;
}

/**
 * The listener, told of each event once where several registrations hear it: a browser tells them one right after the other.
 * Only the last event is compared, so that it costs next to nothing for the many that one registration hears.
 */
export function once<Details extends Told>(listener: (details: Details) => void): (details: Details) => void {
  // Not the details themselves, which may hold a large body.
  let lastRequest = '';
  // A plain number would be a new object of the heap with each event.
  const lastTime = new Float64Array(1);
  let lastUrl: string | undefined;
  return (details) => {
    const { requestId, timeStamp, url } = details;
    if (requestId === lastRequest && timeStamp === lastTime[0] && url === lastUrl) return;
    lastRequest = requestId;
    lastTime[0] = timeStamp;
    lastUrl = url;
    listener(details);
  };
}
