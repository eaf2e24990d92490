import { expect, test } from 'vitest';
import {
  cleared,
  codes,
  fold,
  logOf,
  observed,
  post,
  unrelated,
  wide,
} from '../../testing/capture-events.ts';
import type { CaptureEvent } from './capture-event.ts';

const second = 1000;

/** The token request of each code, ten seconds apart. */
const call = (code: number): CaptureEvent => post(`${code}`, `${code}`, code * 10 * second);

/** Its answer, which another channel has. */
const answerOf = (code: number, more: object = {}): CaptureEvent =>
  observed(`a${code}`, {
    startedAt: code * 10 * second + 300,
    requestBody: `grant_type=authorization_code&code=${code}`,
    ...more,
  });

const kept = (code: number): string =>
  `grant_type=authorization_code&code=${code} {"access_token":"a${code}"}`;

/** The log after these events, and after a restart between any two of them. */
function both(events: readonly CaptureEvent[], limits = wide): readonly string[] {
  const log = logOf(limits);
  for (const event of events) {
    log.apply(event);
    log.restart();
  }
  const straight = fold(events, limits);
  expect(log.session().exchanges()).toEqual(straight);
  return codes(straight);
}

test('an answer whose exchange had to go does not come back as another', () => {
  const calls = [1, 2, 3].map(call);
  const answers = [1, 2, 3].map((code) => answerOf(code));
  expect(both([...calls, ...answers], { ...wide, exchanges: 2 })).toEqual([kept(2), kept(3)]);
});

test('a flood whose answers all come late leaves what is newest, each with its own answer', () => {
  const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
  const events = [...numbers.map(call), ...numbers.map((code) => answerOf(code))];
  for (const limits of [
    { ...wide, exchanges: 4 },
    { ...wide, exchangesPerTab: 4 },
  ]) {
    expect(both(events, limits)).toEqual([57, 58, 59, 60].map(kept));
    const log = logOf(limits);
    for (const event of events) log.apply(event);
    expect(log.session().forgotten().dropped).toBe(56);
  }
});

test('an answer whose exchange was cleared does not come back', () => {
  expect(both([call(1), cleared(11 * second), answerOf(1)])).toEqual([]);
});

test('a clock that is put back does not bring back what was cleared', () => {
  expect(both([call(1), cleared(11 * second), cleared(5 * second), answerOf(1)])).toEqual([]);
});

test('an answer that another channel alone saw is kept, after a clear and in a full log', () => {
  const unseen = answerOf(9);
  expect(both([call(1), cleared(11 * second), unseen])).toEqual([kept(9)]);
  const visits = Array.from({ length: 5 }, (_, index) => unrelated(`n${index}`));
  expect(both([call(1), call(2), call(3), ...visits, unseen], { ...wide, exchanges: 2 })).toEqual([
    'grant_type=authorization_code&code=3 undefined',
    kept(9),
  ]);
});

test('a navigation that is no login, and had to go, keeps no call away that began before it', () => {
  const visits = ['n1', 'n2'].map((request) => unrelated(request, 1, 95 * second));
  expect(both([...visits, answerOf(9)], { ...wide, exchanges: 1 })).toEqual([kept(9)]);
});
