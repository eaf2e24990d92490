import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { fromHar } from '../engine/http/from-har.ts';
import { isProblem } from '../engine/http/problem.ts';

const ask = 'https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb';
const back = (state: string): string => `https://app.test/cb?code=k-${state}&state=${state}`;

/** A document that the server sends elsewhere, as Chrome writes it. */
const go = (url: string, redirectURL: string, second: number): object => ({
  startedDateTime: `2026-11-21T08:00:0${second}.000Z`,
  time: 40,
  pageref: 'page_1',
  _resourceType: 'document',
  request: { method: 'GET', url, headers: [{ name: 'Sec-Fetch-Mode', value: 'navigate' }] },
  response: { status: 302, redirectURL, headers: [], content: {} },
  timings: { wait: 30 },
});

function causes(...entries: readonly object[]): readonly (string | undefined)[] {
  const log = { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries };
  const exchanges = fromHar(JSON.stringify({ log }), 'a.har');
  if (isProblem(exchanges)) throw new Error(exchanges.reason);
  return analyze(exchanges).flows.map(({ verdict }) => verdict.causes[0]?.id);
}

test('a login that goes round is told from logins that have nothing to do with each other', () => {
  const rounds = [1, 3, 5].flatMap((second) => [
    go(`${ask}&state=s${second}`, back(`s${second}`), second),
    go(back(`s${second}`), 'https://app.test/', second + 1),
  ]);
  expect(causes(...rounds)).toEqual([undefined, undefined, 'state_lost']);
});

test('an answer whose state was exchanged belongs to the request before it', () => {
  const request = go(`${ask}&state=s1`, 'https://op.test/login', 1);
  expect(causes(request, go('https://op.test/login', back('s2'), 2))).toEqual(['state_mismatch']);
});
