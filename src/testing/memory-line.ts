import type { Line } from '../messaging/line.ts';

/** Two ends of a line in memory. Messages are copied as ports do, and arrive in order, at once. */
export function createLinePair(): readonly [Line, Line] {
  const ends = [createEnd(), createEnd()] as const;
  return [lineOf(ends[0], ends[1]), lineOf(ends[1], ends[0])];
}

interface End {
  readonly messages: ((message: unknown) => void)[];
  readonly closes: (() => void)[];
  open: boolean;
}

function createEnd(): End {
  return { messages: [], closes: [], open: true };
}

function lineOf(mine: End, theirs: End): Line {
  return {
    post: (message) => {
      if (!theirs.open || !mine.open) return false;
      const copy: unknown = structuredClone(message);
      theirs.messages.forEach((each) => each(copy));
      return true;
    },
    onMessage: (listener) => void mine.messages.push(listener),
    onClose: (listener) => void mine.closes.push(listener),
    close: () => {
      if (!mine.open) return;
      mine.open = false;
      theirs.open = false;
      theirs.closes.forEach((each) => each());
    },
  };
}
