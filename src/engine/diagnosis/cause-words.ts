import type { Source } from '../oauth/source.ts';

/** What is said of a cause when the suspicion has no words of its own. */
export interface CauseWords {
  /** One sentence that stands alone. */
  readonly sentence: string;
  /** What to change, and where. */
  readonly fix: string;
  readonly sources: readonly Source[];
  /** The one observation that would decide it. */
  readonly decidedBy: string;
}
