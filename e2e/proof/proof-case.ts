import type { CauseId } from '../../src/engine/oauth/causes.ts';
import type { Stage } from './stage.ts';

/** A login, and what is true about it because it was made so. */
export interface ProofCase {
  /** What was done, in words; no two cases say the same. */
  readonly truth: string;
  readonly server: string;
  readonly client: string;
  /** Undefined for a clean login. */
  readonly cause: CauseId | undefined;
  /** The server refuses several causes with the same words, and no message shows which it was. */
  readonly undecidable?: true;
  /** An ordinary answer to a silent check: no failure and no alarm, an explanation at most. */
  readonly expected?: true;
  readonly play: (stage: Stage) => Promise<unknown>;
}
