import { expect, test } from 'vitest';
import {
  answer,
  cleared,
  fold,
  logOf,
  observed,
  post,
  redirect,
  started,
  unrelated,
  wide,
} from '../../testing/capture-events.ts';
import { loginEvents } from '../../testing/login-events.ts';
import type { CaptureEvent } from './capture-event.ts';

test('a restart after every event keeps what is dropped first, too', () => {
  const limits = { exchanges: 4, exchangesPerTab: 3, characters: 20_000 };
  const log = logOf(limits);
  for (const event of loginEvents) {
    log.apply(event);
    log.restart();
  }
  expect(log.session().exchanges()).toEqual(fold(loginEvents, limits));
});

test('the oldest unrelated navigations go first, then the oldest of all, and each is counted', () => {
  const limits = { ...wide, exchanges: 3 };
  const log = logOf(limits);
  const all = [
    post('1', 'k'),
    unrelated('2'),
    post('3', 'k'),
    unrelated('4'),
    post('5', 'k'),
    post('6', 'k'),
  ];
  for (const event of all) log.apply(event);
  expect(
    log
      .session()
      .exchanges()
      .map(({ id }) => id),
  ).toEqual(['r.3.0', 'r.5.0', 'r.6.0']);
  expect(log.session().forgotten().dropped).toBe(3);
});

const failedLogin = (name: string): readonly CaptureEvent[] => [
  started(`${name}a`, `https://op.test/authorize?client_id=c&state=${name}`),
  redirect(`${name}a`, 302, `https://app.test/cb?code=k${name}&state=${name}`),
  started(`${name}a`, `https://app.test/cb?code=k${name}&state=${name}`),
  post(`${name}t`, `k${name}`),
  answer(`${name}t`, 400),
];

test('the exchanges of a login that failed go last, the oldest first', () => {
  const clean = Array.from({ length: 20 }, (_, index) => post(`c${index}`, `c${index}`));
  const kept = (exchanges: number): readonly string[] =>
    fold([...failedLogin('1'), unrelated('n'), ...failedLogin('2'), ...clean], { ...wide, exchanges }).map(
      ({ id }) => id,
    );
  const first = ['r.1a.0', 'r.1a.1', 'r.1t.0'];
  const second = ['r.2a.0', 'r.2a.1', 'r.2t.0'];
  const last = (count: number): readonly string[] =>
    clean.slice(-count).map((_, index) => `r.c${20 - count + index}.0`);
  expect(kept(14)).toEqual([...first, ...second, ...last(8)]);
  expect(kept(6)).toEqual([...second, ...last(3)]);
});

test.each([
  ['an error in the redirect', redirect('1', 302, 'https://app.test/cb?error=access_denied&state=1')],
  ['an error page of the server', answer('1', 400)],
])('a login fails by %s', (_, end) => {
  const login = [started('1', 'https://op.test/authorize?client_id=c&state=1'), end];
  const clean = [post('2', '2'), post('3', '3')];
  expect(fold([...login, ...clean], { ...wide, exchanges: 2 }).map(({ id }) => id)).toEqual([
    'r.1.0',
    'r.3.0',
  ]);
});

test('the redirects of one request are of one login, before the failure and after it, without a value in common', () => {
  const authorize = started('1', 'https://op.test/authorize?client_id=c&state=1');
  const hops = [
    ...[authorize, redirect('1', 302, 'https://op.test/oauth/continue')],
    ...[started('1', 'https://op.test/oauth/continue'), redirect('1', 302, 'https://app.test/cb?error=x')],
    ...[started('1', 'https://app.test/cb?error=x'), redirect('1', 302, 'https://app.test/sorry')],
    ...[started('1', 'https://app.test/sorry'), answer('1', 200)],
  ];
  const clean = ['2', '3', '4', '5', '6', '7'].map((name) => post(name, name));
  const kept = fold([...hops, ...clean], { ...wide, exchanges: 8 }).map(({ id }) => id);
  expect(kept).toEqual(['r.1.0', 'r.1.1', 'r.1.2', 'r.1.3', 'r.4.0', 'r.5.0', 'r.6.0', 'r.7.0']);
});

test('who asks again and again whether somebody is signed in has no failed login', () => {
  const asked = [started('1', 'https://app.test/me', { type: 'xmlhttprequest' }), answer('1', 401)];
  const kept = fold([...asked, post('2', '2'), post('3', '3')], { ...wide, exchanges: 2 });
  expect(kept.map(({ id }) => id)).toEqual(['r.2.0', 'r.3.0']);
});

test('a restart after every event keeps what is dropped last, too', () => {
  const events = ['1', '2', '3'].flatMap((name) => [
    ...failedLogin(name),
    unrelated(`n${name}`),
    post(`c${name}`, `c${name}`),
  ]);
  for (const exchanges of [3, 5, 6, 7, 9, 12]) {
    const limits = { ...wide, exchanges };
    const log = logOf(limits);
    for (const event of events) {
      log.apply(event);
      log.restart();
    }
    expect(log.session().exchanges()).toEqual(fold(events, limits));
  }
});

test('a navigation that redirects with a code is related from then on', () => {
  const events = [
    unrelated('1'),
    redirect('1', 302, 'https://app.test/?code=k'),
    unrelated('2'),
    unrelated('3'),
  ];
  expect(fold(events, { ...wide, exchanges: 2 }).map(({ id }) => id)).toEqual(['r.1.0', 'r.3.0']);
});

test('a log that is made smaller drops in the same order at once, and what was under way with it', () => {
  const events = [started('0', 'https://op.test/token', { method: 'POST' }), ...failedLogin('1')];
  const log = logOf();
  for (const event of [...events, post('2', '2'), unrelated('3'), post('4', '4')]) log.apply(event);
  const shrink = (exchanges: number): readonly string[] =>
    log.session().limit({ ...wide, exchanges }).removed;
  expect(shrink(7)).toEqual([]);
  expect(log.session().follows('0')).toBe(true);
  expect(shrink(5)).toEqual(['r.3.0', 'r.0.0']);
  expect(log.session().follows('0')).toBe(false);
  expect(shrink(3)).toEqual(['r.1a.0', 'r.2.0']);
  expect(log.session().forgotten().dropped).toBe(4);
  log.apply(post('5', '5'));
  expect(log.session().exchanges()).toHaveLength(3);
});

test('a busy tab does not push another tab out', () => {
  const many = Array.from({ length: 20 }, (_, index) => unrelated(`b${index}`, 2));
  const kept = fold([unrelated('a', 1), ...many], { ...wide, exchangesPerTab: 5, exchanges: 10 });
  expect(kept.map(({ tab }) => tab)).toEqual([1, 2, 2, 2, 2, 2]);
});

test('large bodies push out older exchanges, never themselves', () => {
  const large = (id: string): readonly CaptureEvent[] => [
    post(id, id, 1000),
    observed(id, { requestBody: `grant_type=authorization_code&code=${id}`, responseBody: 'x'.repeat(9000) }),
  ];
  const kept = fold([...large('1'), ...large('2'), ...large('3')], { ...wide, characters: 15_000 });
  expect(kept.map(({ id }) => id)).toEqual(['r.3.0']);
});

test('clear empties the log, and what is under way is forgotten', () => {
  const log = logOf();
  for (const event of [post('1', 'k'), cleared(1500), answer('1', 200)]) log.apply(event);
  expect([log.session().exchanges(), log.session().follows('1')]).toEqual([[], false]);
  log.restart();
  expect(log.session().exchanges()).toEqual([]);
});
