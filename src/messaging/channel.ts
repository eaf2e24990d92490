import type { Line } from './line.ts';
import type { Channel } from './protocol.ts';

/** What a channel is made of. */
export interface ChannelParts<Incoming> {
  /** Connects anew; undefined once that is not possible any more (the extension was reloaded). */
  readonly open: () => Line | undefined;
  /** Turns away what the protocol does not know. */
  readonly accepts: (message: unknown) => message is Incoming;
  /** Does something a little later, so that a worker that fails at its start is not woken in a loop. */
  readonly later: (work: () => void) => void;
}

/** A channel over lines that end: it connects at once, and again after each loss or when something is to be sent. */
export function createChannel<Incoming, Outgoing>(
  parts: ChannelParts<Incoming>,
): Channel<Incoming, Outgoing> {
  const messageListeners: ((message: Incoming) => void)[] = [];
  const connectListeners: (() => void)[] = [];
  let current: Line | undefined;

  function connect(): Line | undefined {
    if (current !== undefined) return current;
    const line = parts.open();
    if (line === undefined) return undefined;
    current = line;
    line.onMessage((message) => {
      if (current === line && parts.accepts(message)) messageListeners.forEach((each) => each(message));
    });
    line.onClose(() => lose(line));
    connectListeners.forEach((each) => each());
    return line;
  }

  function lose(line: Line): void {
    if (current !== line) return;
    current = undefined;
    parts.later(connect);
  }

  connect();
  return {
    send: (message) => {
      const line = connect();
      if (line === undefined || line.post(message)) return;
      lose(line);
      connect()?.post(message);
    },
    onMessage: (listener) => void messageListeners.push(listener),
    onConnect: (listener) => {
      connectListeners.push(listener);
      if (current !== undefined) listener();
    },
  };
}
