import type { CauseId } from '../oauth/causes.ts';
import type { Suspicion } from './suspicion.ts';

/**
 * What the server's own words point to first, when it is one of these causes. A text that names two of them is
 * thereby one suspicion of a rule, not one of each.
 */
export function saidFirst(said: readonly Suspicion[], causes: readonly CauseId[]): Suspicion | undefined {
  const [first] = said.toSorted((a, b) => b.weight - a.weight);
  return first !== undefined && first.weight >= 0.5 && causes.includes(first.cause) ? first : undefined;
}
