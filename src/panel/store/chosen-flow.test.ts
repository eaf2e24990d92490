import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { FlowReport, Outcome } from '../../engine/diagnosis/report.ts';
import { failedFlow } from '../../testing/failed-login.ts';
import { createChosenFlow, type ChosenFlow } from './chosen-flow.ts';

function flow(id: string, startedAt: number, outcome: Outcome = 'failed'): FlowReport {
  return { ...failedFlow, id, startedAt, verdict: { ...failedFlow.verdict, outcome } };
}

const [a, b, c] = [flow('a', 1), flow('b', 2), flow('c', 3)];

/** Ids of what is shown, and of what came in since. */
function shown({ selected, newer }: ChosenFlow): readonly (string | undefined)[] {
  return [selected.value?.id, newer.value?.id];
}

test('until something is chosen or held, the newest failure takes the place of the last', () => {
  const flows = signal([a]);
  const chosen = createChosenFlow(flows);
  expect(shown(chosen)).toEqual(['a', undefined]);
  flows.value = [a, b];
  expect(shown(chosen)).toEqual(['b', undefined]);
});

test.each([
  ['held', (chosen: ChosenFlow): void => void chosen.hold()],
  ['chosen', (chosen: ChosenFlow): void => chosen.select('a')],
])('what is %s stays, and what would have taken its place is told until it is shown', (_, keep) => {
  const flows = signal([a]);
  const chosen = createChosenFlow(flows);
  keep(chosen);
  flows.value = [a, flow('b', 2, 'in_progress')];
  expect(shown(chosen)).toEqual(['a', undefined]);
  flows.value = [a, b];
  expect(shown(chosen)).toEqual(['a', 'b']);
  chosen.follow();
  expect(shown(chosen)).toEqual(['b', undefined]);
  flows.value = [a, b, c];
  expect(shown(chosen)).toEqual(['c', undefined]);
});

test('what was held is let go, unless the reader chose since', () => {
  const flows = signal([a]);
  const chosen = createChosenFlow(flows);
  const release = chosen.hold();
  flows.value = [a, b];
  release();
  expect(shown(chosen)).toEqual(['b', undefined]);
  const releaseLater = chosen.hold();
  chosen.select('a');
  releaseLater();
  expect(shown(chosen)).toEqual(['a', undefined]);
});

test('an older flow chosen from the list is no reason to tell of the newer ones that were there', () => {
  const chosen = createChosenFlow(signal([a, b, c]));
  chosen.select('a');
  chosen.hold();
  expect(shown(chosen)).toEqual(['a', undefined]);
});

test('what is held and gone, or hidden by a filter, makes room again', () => {
  const flows = signal([a, b]);
  const chosen = createChosenFlow(flows);
  chosen.select('b');
  flows.value = [a];
  expect(shown(chosen)).toEqual(['a', undefined]);
});
