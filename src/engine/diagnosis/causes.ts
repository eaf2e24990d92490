import type { CauseId } from '../oauth/causes.ts';
import { clientCauses } from './cause-words-client.ts';
import { grantCauses } from './cause-words-grant.ts';
import { otherCauses } from './cause-words-other.ts';
import type { CauseWords } from './cause-words.ts';

const words: Readonly<Record<CauseId, CauseWords>> = { ...clientCauses, ...grantCauses, ...otherCauses };

/** The words of a cause. */
export function causeWords(id: CauseId): CauseWords {
  return words[id];
}
