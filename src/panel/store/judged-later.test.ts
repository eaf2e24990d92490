import { expect, test, vi } from 'vitest';
import { createAnalyzerOf } from '../../engine/analyzer.ts';
import { judge } from '../../engine/diagnosis/judge.ts';
import type { Judge } from '../../engine/diagnosis/read-flow.ts';
import { valueAt } from '../../engine/http/value-at.ts';
import { createRedactor } from '../../engine/trace/redact.ts';
import { failedLogin } from '../../testing/failed-login.ts';
import { liveStore, openStatus, storeOf } from '../../testing/store-of.ts';
import { traceStart } from '../../testing/trace-text.ts';
import type { Store } from './create-store.ts';

/** A panel that shows the failed login, and whose rules are still being loaded. */
function openWithout(judging: Promise<Judge>): Store {
  const { store, receive } = liveStore(traceStart + 86_400_000, {
    judge: judging,
    recordingParts: () => ({
      analyzer: createAnalyzerOf(undefined),
      redactor: createRedactor({ key: new Uint8Array(32).fill(7) }),
      valueAt,
      now: () => traceStart + 86_400_000,
      later: (task) => task(),
    }),
  });
  receive({ type: 'snapshot', sequence: 1, exchanges: failedLogin, status: openStatus });
  return store;
}

test('logins are listed before the rules are loaded, and nothing that is listed is taken back', async () => {
  let come: (loaded: Judge) => void = () => undefined;
  const judging = new Promise<Judge>((resolve) => (come = resolve));
  const store = openWithout(judging);
  const [before] = store.recording.value.outlines.value;
  expect(store.rows.value.map(({ kind }) => kind)).toEqual(['group', 'flow']);
  expect([before?.verdict.outcome, before?.verdict.answer?.error]).toEqual(['failed', 'invalid_grant']);
  expect([store.selected.value, store.judged.value]).toEqual([before, undefined]);

  come(judge);
  const [whole] = storeOf(failedLogin).recording.value.flows.value;
  await vi.waitFor(() => expect(store.judged.value).toEqual(whole));
  expect(whole).toMatchObject({ ...before, verdict: before?.verdict });
});

test('rules that cannot be loaded are told of, and the list stays', async () => {
  const judging = Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  const store = openWithout(judging);
  await vi.waitFor(() => expect(store.problem.value).toMatch(/could not be loaded.*open it again/u));
  expect(store.rows.value).toHaveLength(2);
});

test('a file that is opened while the rules are loaded is judged from the start', async () => {
  const { text } = await storeOf(failedLogin).share(storeOf(failedLogin).recording.value.flows.value);
  const store = openWithout(Promise.resolve(judge));
  await store.openFile('sent.grantscope.json', text);
  expect(store.fileName.value).toBe('sent.grantscope.json');
  expect(store.judged.value?.verdict.causes[0]?.id).toBe('redirect_uri_mismatch_at_token');
});
