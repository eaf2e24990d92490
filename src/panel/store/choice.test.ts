import { expect, test } from 'vitest';
import { failedFlow } from '../../testing/failed-login.ts';
import type { FlowReport, Outcome } from '../../engine/diagnosis/report.ts';
import { firstToShow } from './choice.ts';
import { suggestionsOf } from './suggestions.ts';
import { recordingOf } from '../../testing/recording-of.ts';
import { failedLogin } from '../../testing/failed-login.ts';

function flow(id: string, outcome: Outcome, startedAt: number, clientId = 'shop'): FlowReport {
  return { ...failedFlow, id, startedAt, clientId, verdict: { ...failedFlow.verdict, outcome } };
}

test.each([
  ['the newest failure', [flow('a', 'failed', 1), flow('b', 'failed', 2)], 'b'],
  ['a failure before a newer login under way', [flow('a', 'failed', 1), flow('b', 'in_progress', 2)], 'a'],
  ['the success that made a failure good', [flow('a', 'failed', 1), flow('b', 'succeeded', 2)], 'b'],
  [
    'a failure that another client’s success has not made good',
    [flow('a', 'failed', 1), flow('b', 'succeeded', 2, 'other')],
    'a',
  ],
  [
    'a login before the one that its broker made for it',
    [flow('a', 'succeeded', 1), { ...flow('b', 'handed_to_server', 2), parent: 'a' }],
    'a',
  ],
  ['nothing when there is nothing', [], undefined],
])('shown first is %s', (_, flows, expected) => {
  expect(firstToShow(flows)?.id).toBe(expected);
});

test('filters that would find something are suggested', () => {
  expect(suggestionsOf(recordingOf(failedLogin))).toEqual([
    'host:op.test',
    'client:shop',
    'error:invalid_grant',
  ]);
});
