/** One who takes part, drawn as a vertical line. */
export interface Lane {
  readonly title: string;
  /** For narrow charts. */
  readonly shortTitle: string;
  /** The real host under the title. */
  readonly host: string;
  /** False: it would have been next, and nothing was sent to it. */
  readonly reached: boolean;
}

/** A bar from the issue of a code to its use, against the time it lives. Milliseconds. */
export interface LifeBar {
  readonly age: number;
  readonly lifetime: number | undefined;
  readonly words: string;
}

/** One message: an arrow, and the arrow of its answer. */
export interface SequenceRow {
  readonly id: string;
  /** Indexes of lanes. */
  readonly from: number;
  readonly to: number;
  /** The message for people, then what is on the wire. */
  readonly label: string;
  readonly wire: string;
  /** What is wrong with it, in a few words. */
  readonly alert: string | undefined;
  readonly answer: string | undefined;
  readonly failed: boolean;
  /** Unix milliseconds; undefined when it is not known. */
  readonly at: number | undefined;
  /** Time since the start, in words. */
  readonly time: string;
  /** What happened behind it without a row of its own. */
  readonly note: string | undefined;
  /** Drawn above the row: the code that it uses. */
  readonly life: LifeBar | undefined;
  /** A hop belongs to the step above it; what is unseen must have been sent where no browser sees it. */
  readonly kind: 'step' | 'hop' | 'unseen';
}

/** What a sequence chart draws. */
export interface SequenceModel {
  readonly lanes: readonly Lane[];
  readonly rows: readonly SequenceRow[];
}
