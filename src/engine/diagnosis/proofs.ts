import type { Evidence } from '../http/evidence.ts';
import type { Proof } from './report.ts';

/** A labelled place in the traffic. */
export type Labelled = readonly [label: string, at: Evidence];

/** Values that should be equal, and in words how they differ. */
export function valuesProof(difference: string | undefined, ...rows: readonly Labelled[]): Proof {
  return { kind: 'values', rows: rows.map(([label, at]) => ({ label, at })), difference };
}

/** The server's own words. */
export function answerProof(...rows: readonly Labelled[]): Proof {
  return { kind: 'answer', rows: rows.map(([label, at]) => ({ label, at })) };
}

/** Authorities that should be one. */
export function authoritiesProof(
  ...rows: readonly (readonly [label: string, at: Evidence, authority: string])[]
): Proof {
  return { kind: 'authorities', rows: rows.map(([label, at, authority]) => ({ label, at, authority })) };
}
