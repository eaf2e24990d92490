import { expect, test } from 'vitest';
import { analyze } from '../analyze.ts';
import { fromTraceText, traceStart } from '../../testing/trace-text.ts';
import type { Exchange } from './exchange.ts';
import { joinSessions } from './join-sessions.ts';

const recorded = (source: string, behind: number, text: string): readonly Exchange[] =>
  fromTraceText(text).map((exchange) => ({
    ...exchange,
    source,
    id: `${source}#${exchange.id}`,
    startedAt: exchange.startedAt - behind,
    respondedAt: exchange.respondedAt === undefined ? undefined : exchange.respondedAt - behind,
    endedAt: exchange.endedAt === undefined ? undefined : exchange.endedAt - behind,
  }));

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k&state=s';
const land = 'GET https://app.test/cb?code=k&state=s -> 302 https://app.test/ @1s';
const redeem =
  'POST https://op.test/token [Authorization: Basic YzpzZWNyZXQ=] grant_type=authorization_code&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer"} @2s';
const dated = (line: string, seconds: number): string =>
  line.replace(/(-> \d+ \S+)/u, `$1 [Date: ${new Date(traceStart + seconds * 1000).toUTCString()}]`);

test('what two recordings hold aligns their clocks and is one exchange', () => {
  const { exchanges, shifts } = joinSessions([
    recorded('browser.har', 0, `${ask}\n${land}`),
    recorded('proxy.har', 3_600_000, `${land}\n${redeem}`),
  ]);
  expect(shifts).toEqual([undefined, { by: 3_600_000, from: 'same_exchanges', count: 1 }]);
  expect(exchanges.map(({ url, startedAt }) => [new URL(url).pathname, startedAt - traceStart])).toEqual([
    ['/authorize', 0],
    ['/cb', 1000],
    ['/token', 2000],
  ]);
  const [alone] = analyze(
    fromTraceText(`${ask}
${land}
${redeem}`),
  ).flows;
  const { flows } = analyze(exchanges);
  expect(flows.map(({ verdict, codeLife }) => [verdict.outcome, codeLife?.age])).toEqual([
    ['succeeded', alone?.codeLife?.age],
  ]);
});

test('without a common exchange the dates of a common server align the clocks', () => {
  const { exchanges, shifts } = joinSessions([
    recorded('browser.har', 0, dated(ask, 0)),
    recorded('backend.har', 60_000, dated(redeem, 2)),
  ]);
  expect(shifts).toEqual([undefined, { by: 60_000, from: 'dates', count: 1 }]);
  expect(exchanges.map(({ startedAt }) => startedAt - traceStart)).toEqual([0, 2000]);
});

test('clocks that agree but for what a Date can tell are left alone', () => {
  const { shifts } = joinSessions([
    recorded('browser.har', 0, dated(ask, 0)),
    recorded('backend.har', 1200, dated(redeem, 2)),
  ]);
  expect(shifts).toEqual([undefined, undefined]);
});

test('a code that two parties redeem stays redeemed twice', () => {
  const again = redeem.replace(/-> .*/u, '-> 400 {"error":"invalid_grant"} @3s');
  const { exchanges } = joinSessions([recorded('a.har', 0, redeem), recorded('b.har', 0, again)]);
  expect(exchanges).toHaveLength(2);
  expect(analyze(exchanges).flows[0]?.verdict.causes[0]?.id).toBe('code_reused');
});

test('the version of which more is known stands for both', () => {
  const blind = recorded('a.har', 0, redeem).map((exchange) => ({ ...exchange, responseBody: undefined }));
  const { exchanges } = joinSessions([blind, recorded('b.har', 0, redeem)]);
  expect(exchanges.map(({ id, responseBody }) => [id, responseBody === undefined])).toEqual([
    [blind[0]?.id, false],
  ]);
});

test('files of one name keep their exchanges apart', () => {
  const { exchanges } = joinSessions([recorded('a', 0, ask), recorded('a', 0, redeem)]);
  expect(new Set(exchanges.map(({ id }) => id)).size).toBe(2);
});
