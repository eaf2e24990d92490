import { expect, test } from 'vitest';
import { listenersThatTell } from '../testing/request-steps.ts';
import type { CaptureListeners } from './capture-listeners.ts';
import { gated } from './gate.ts';

test('what waited is heard in its order, and before what hangs on the opening', async () => {
  const heard: string[] = [];
  let restored: (listeners: CaptureListeners) => void = () => {};
  const gate = gated(new Promise((go) => (restored = go)));
  void gate.opened.then(() => heard.push('opened'));
  const end = { requestId: '1', timeStamp: 1, statusCode: 200 };
  gate.listeners.answerReceived(end);
  gate.listeners.completed(end);
  await Promise.resolve();
  expect(heard).toEqual([]);
  restored({ ...listenersThatTell((line) => void heard.push(line)), bodyRead: () => {} });
  await gate.opened;
  expect(heard).toEqual(['1 answered', '1 completed', 'opened']);
  gate.listeners.failed({ requestId: '2', timeStamp: 2, error: 'net::ERR_FAILED' });
  expect(heard.at(-1)).toBe('2 failed');
});

test('the request that woke the worker comes before its next hop, in whichever order the browser tells of them', async () => {
  const heard: string[] = [];
  let restored: (listeners: CaptureListeners) => void = () => {};
  const gate = gated(new Promise((go) => (restored = go)));
  const answer = { requestId: '1', statusCode: 303 };
  gate.listeners.completed({ ...answer, timeStamp: 3 });
  gate.listeners.answerReceived({ ...answer, timeStamp: 2 });
  gate.listeners.failed({ requestId: '2', timeStamp: 2, error: 'net::ERR_FAILED' });
  restored({ ...listenersThatTell((line) => void heard.push(line)), bodyRead: () => {} });
  await gate.opened;
  expect(heard).toEqual(['1 answered', '2 failed', '1 completed']);
});
