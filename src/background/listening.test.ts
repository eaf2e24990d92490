import { expect, test } from 'vitest';
import type { Listening } from '../platform/web-request.ts';
import { createListening, loginTime, type ListeningState } from './listening.ts';

const start = 1_800_000_000_000;

/** A state that is followed, with what it depends on in reach. */
function following(lastSign?: number): {
  readonly state: ListeningState;
  readonly now: { isRecording: boolean; isWatched: boolean; hasPageHook: boolean; time: number };
  readonly told: readonly Listening[];
  readonly known: readonly (readonly string[])[];
} {
  const now = { isRecording: true, isWatched: false, hasPageHook: true, time: start };
  const told: Listening[] = [];
  const known: (readonly string[])[] = [];
  const state = createListening({
    isRecording: () => now.isRecording,
    isWatched: () => now.isWatched,
    now: () => now.time,
    lastSign,
    hasPageHook: () => now.hasPageHook,
    known: () => ['https://op.test/x/9*'],
  });
  state.follow((listening, addresses) => {
    told.push(listening);
    known.push(addresses);
  });
  return { state, now, told, known };
}

test('without recording nothing is listened to, whoever looks', () => {
  const { state, now, told } = following();
  now.isWatched = true;
  state.update();
  now.isRecording = false;
  state.signSeen();
  expect(told).toEqual(['narrow', 'all', 'off']);
});

test('everything is listened to while somebody looks', () => {
  const { state, now, told } = following();
  now.isWatched = true;
  state.update();
  state.update();
  now.isWatched = false;
  state.update();
  expect(told).toEqual(['narrow', 'all', 'narrow']);
});

test('a sign of a login widens at once, and for half an hour after the last one', () => {
  const { state, now, told } = following();
  state.signSeen();
  expect(told).toEqual(['narrow', 'all']);
  now.time += loginTime - 1;
  state.signSeen();
  now.time += loginTime - 1;
  state.update();
  expect(told).toEqual(['narrow', 'all']);
  now.time += 1;
  state.update();
  expect(told).toEqual(['narrow', 'all', 'narrow']);
});

test.each<readonly [string, number | undefined, Listening]>([
  ['no login', undefined, 'narrow'],
  ['a login of just now', start, 'all'],
  ['a login of half an hour ago', start - loginTime, 'narrow'],
  ['a login of the future, as no clock and only a page can tell it', start + 1, 'narrow'],
])('after a restart with %s in the log: %#', (_, lastSign, expected) => {
  expect(following(lastSign).told).toEqual([expected]);
});

test('a sign before anybody follows counts', () => {
  const told: Listening[] = [];
  const state = createListening({
    isRecording: () => true,
    isWatched: () => false,
    now: () => start,
    lastSign: undefined,
    hasPageHook: () => true,
    known: () => [],
  });
  state.signSeen();
  state.follow((listening) => told.push(listening));
  expect(told).toEqual(['all']);
});

test('calls that are known are told of only where not all are heard', () => {
  const { state, now, known } = following();
  now.isWatched = true;
  state.update();
  now.isRecording = false;
  state.update();
  expect(known).toEqual([['https://op.test/x/9*'], [], []]);
});

test('calls that are known are told of anew when the page hook goes or comes, where not all are heard', () => {
  const { state, now, told } = following();
  for (const hasPageHook of [false, false, true]) {
    now.hasPageHook = hasPageHook;
    state.update();
  }
  expect(told).toEqual(['narrow', 'narrow', 'narrow']);
  now.isWatched = true;
  state.update();
  now.hasPageHook = false;
  state.update();
  expect(told.slice(3)).toEqual(['all']);
});
