import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { storeOf } from '../../testing/store-of.ts';
import { shownRow } from './flow-rows.ts';

const login = `
GET  https://op.test/authorize?response_type=code&client_id=shop&state=s1234567&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 302 https://app.test/cb?code=Splx-1234567890abcdef&state=s1234567 @0s
GET  https://app.test/cb?code=Splx-1234567890abcdef&state=s1234567 -> 200 <p>App</p> @1s
POST https://op.test/token grant_type=authorization_code&client_id=shop&code=Splx-1234567890abcdef&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 200 {"access_token":"at-1-2YotnFZFEjr1zCsic","refresh_token":"rt-1-tGzv3JOkF0XG5Qx2","token_type":"Bearer","expires_in":60} @2s
`;
const refreshes = `
POST https://op.test/token grant_type=refresh_token&client_id=shop&refresh_token=rt-1-tGzv3JOkF0XG5Qx2 -> 200 {"access_token":"at-2-2YotnFZFEjr1zCsic","refresh_token":"rt-2-tGzv3JOkF0XG5Qx2","token_type":"Bearer","expires_in":60} @60s
POST https://op.test/token grant_type=refresh_token&client_id=shop&refresh_token=rt-2-tGzv3JOkF0XG5Qx2 -> 400 {"error":"invalid_grant"} @120s
`;

test('the refreshes of a login are one row below it, which stands for them when one is the chosen step', () => {
  const store = storeOf(fromTraceText(login + refreshes));
  const rows = store.rows.value;
  expect(rows.map(({ kind }) => kind)).toEqual(['group', 'flow', 'refreshes']);
  const [, flow, below] = rows;
  if (flow?.kind !== 'flow' || below?.kind !== 'refreshes')
    throw new Error('Other rows than a login and its refreshes.');
  expect(below.depth).toBe(flow.depth + 1);
  expect(below.steps.map(({ status, failed }) => [status, failed])).toEqual([
    [200, false],
    [400, true],
  ]);
  const shown = (): string | undefined => shownRow(rows, store.selected.value, store.step.value);
  store.select(flow.id, below.steps[0]);
  expect(shown()).toBe(below.id);
  store.select(flow.id, flow.flow.steps[0]);
  expect(shown()).toBe(flow.id);
});

test('a login without refreshes has no such row, and a chain of refreshes without its login is a row of its own', () => {
  expect(storeOf(fromTraceText(login)).rows.value.map(({ kind }) => kind)).toEqual(['group', 'flow']);
  expect(storeOf(fromTraceText(refreshes)).rows.value.map(({ kind }) => kind)).toEqual(['group', 'flow']);
});
