import type { Line } from './line.ts';

/**
 * The same line, heard from now on: what comes before its user listens is kept for them, as browsers keep nothing. A
 * worker that was just woken is connected to while it still restores its log.
 */
export function hearAtOnce(line: Line): Line {
  const messages = kept<unknown>();
  const closes = kept<undefined>();
  line.onMessage(messages.tell);
  line.onClose(() => closes.tell(undefined));
  return {
    post: line.post,
    onMessage: messages.hear,
    onClose: (listener) => closes.hear(listener),
    close: line.close,
  };
}

/** Hands on what is told, and to the first listener what was told before. */
function kept<T>(): { readonly tell: (it: T) => void; readonly hear: (listener: (it: T) => void) => void } {
  const listeners: ((it: T) => void)[] = [];
  const early: T[] = [];
  return {
    tell: (it) => {
      if (listeners.length === 0) early.push(it);
      else for (const each of listeners) each(it);
    },
    hear: (listener) => {
      listeners.push(listener);
      for (const it of early.splice(0)) listener(it);
    },
  };
}
