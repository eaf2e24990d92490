import { visible } from '../engine/http/visible.ts';

/** One line on a terminal that is written over as work goes on, and is gone when it ends. */
export interface ProgressLine {
  /** Shows what is being done; the line may be cut to the terminal's width. */
  show(text: string): void;
  /** Takes the line away, before anything else is printed. */
  clear(): void;
}

/** A terminal: how wide it is, and how to write to it. */
export interface Terminal {
  /** Characters; undefined where nobody watches, such as in a pipe. */
  readonly columns: number | undefined;
  print(text: string): void;
}

/** Back to the start of the line and, by ECMA-48, erase it to its end. */
const startAnew = '\r\u001B[K';

/** Makes the line; it prints nothing where nobody watches, and says each thing once. */
export function createProgressLine({ columns, print }: Terminal): ProgressLine {
  let shown = '';
  if (columns === undefined) return { show: () => {}, clear: () => {} };
  return {
    show: (text) => {
      // A line that wraps could not be taken back.
      const line = visible(text).slice(0, columns - 1);
      if (line === shown) return;
      shown = line;
      print(`${startAnew}${line}`);
    },
    clear: () => {
      if (shown !== '') print(startAnew);
      shown = '';
    },
  };
}
