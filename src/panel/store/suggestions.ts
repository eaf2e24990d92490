import type { FlowOutline } from '../../engine/diagnosis/report.ts';
import type { Recording } from './recording.ts';

/** Filters that would find something, commonest first. */
export function suggestionsOf(recording: Recording): readonly string[] {
  const counts = new Map<string, number>();
  for (const flow of recording.outlines.value) {
    for (const words of wordsOf(flow)) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 20)
    .map(([words]) => recording.text(words));
}

function wordsOf({ authority, clientId, verdict }: FlowOutline): readonly string[] {
  return [
    `host:${authority.host}`,
    ...(clientId === undefined ? [] : [`client:${clientId}`]),
    ...(verdict.answer?.error === undefined ? [] : [`error:${verdict.answer.error}`]),
  ];
}
