import type { Source } from './source.ts';

/** What a name on the wire means, in one sentence, and who says so. */
export interface Explanation {
  readonly sentence: string;
  readonly source: Source;
}

/** Writes a row of a table of explanations. */
export function means(sentence: string, source: Source): Explanation {
  return { sentence, source };
}
