import type { CauseId } from '../oauth/causes.ts';
import type { Source } from '../oauth/source.ts';
import type { Evidence } from '../http/evidence.ts';
import type { Proof } from './report.ts';

/** From this weight on a cause is proven and hides guesses. */
export const proven = 0.95;

/** One reason to think that a cause is behind the failure. What is left out comes from the table of causes. */
export interface Suspicion {
  readonly cause: CauseId;
  /** 0 to 0.99. */
  readonly weight: number;
  readonly evidence: readonly Evidence[];
  readonly sentence?: string;
  readonly proof?: Proof;
  readonly fix?: string;
  readonly sources?: readonly Source[];
  /** The one observation that would decide it. */
  readonly decidedBy?: string;
}

/**
 * The suspicions worth showing, best first: one a cause (the strongest), guesses only while nothing is proven, nothing
 * below five per cent. Beside a proven cause stands only what was compared and differs: a second reading of the same
 * words is no second fault.
 */
export function rank(suspicions: readonly Suspicion[]): readonly Suspicion[] {
  const best = new Map<CauseId, Suspicion>();
  for (const suspicion of suspicions) {
    const known = best.get(suspicion.cause);
    if (known === undefined || suspicion.weight > known.weight) best.set(suspicion.cause, suspicion);
  }
  const ranked = [...best.values()].sort((a, b) => b.weight - a.weight);
  if ((ranked[0]?.weight ?? 0) < proven) return ranked.filter(({ weight }) => weight >= 0.05);
  return ranked.filter(({ weight, proof }, index) => index === 0 || (weight >= proven && isCompared(proof)));
}

function isCompared(proof: Proof | undefined): boolean {
  return proof !== undefined && proof.kind !== 'answer';
}

/** Priors among which one must be true, weighed anew after refutation; never more than `most` for one of them. */
export function weigh(priors: readonly Suspicion[], most = 0.8): readonly Suspicion[] {
  const total = priors.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  return priors.map((suspicion) => ({ ...suspicion, weight: Math.min(most, suspicion.weight / total) }));
}
