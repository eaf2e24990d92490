import type { CauseId } from '../oauth/causes.ts';
import type { Source } from '../oauth/source.ts';
import { clientCauses } from './cause-words-client.ts';
import { grantCauses } from './cause-words-grant.ts';
import { otherCauses } from './cause-words-other.ts';

/** What is said of a cause when the suspicion has no words of its own. */
export interface CauseWords {
  /** One sentence that stands alone. */
  readonly sentence: string;
  /** What to change, and where. */
  readonly fix: string;
  readonly sources: readonly Source[];
  /** The one observation that would decide it; '' when the answer itself says so. */
  readonly decidedBy: string;
}

const words: Readonly<Record<CauseId, CauseWords>> = { ...clientCauses, ...grantCauses, ...otherCauses };

/** The words of a cause. */
export function causeWords(id: CauseId): CauseWords {
  return words[id];
}
