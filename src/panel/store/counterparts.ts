import type { Evidence, FlowReport, Step } from '../../engine/diagnosis/report.ts';

/** The same thing in another step, to which the best cause says it does not fit. */
export interface Counterpart {
  readonly at: Evidence;
  readonly step: Step;
  /** Counted from one. */
  readonly number: number;
}

/** The other side of a proved difference; empty for values that no proof is about. */
export function counterpartsOf(flow: FlowReport, step: Step, at: Evidence): readonly Counterpart[] {
  const proof = flow.verdict.causes[0]?.proof;
  if (proof?.kind !== 'values') return [];
  const places = proof.rows.map((row) => row.at);
  if (!places.some((place) => isSame(place, at))) return [];
  return places.flatMap((place) => {
    const index = flow.steps.findIndex(({ exchange }) => exchange === place.exchange);
    const other = flow.steps[index];
    if (other === undefined || place.exchange === step.exchange) return [];
    return [{ at: place, step: other, number: index + 1 }];
  });
}

function isSame(one: Evidence, other: Evidence): boolean {
  return one.exchange === other.exchange && one.part === other.part && one.name === other.name;
}
