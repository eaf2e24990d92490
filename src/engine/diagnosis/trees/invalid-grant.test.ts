import { expect, test } from 'vitest';
import { fromTraceText } from '../../../testing/trace-text.ts';
import { analyze } from '../../analyze.ts';
import type { Exchange } from '../../http/exchange.ts';
import { createRedactor } from '../../trace/redact.ts';

const trace = (sent: string): string => `
POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer","refresh_token":"a-long-refresh-token"}
POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=${sent} -> 400 {"error":"invalid_grant"} @60s`;

const verdictOn = (sent: string, change = (exchanges: readonly Exchange[]) => exchanges) =>
  analyze(change(fromTraceText(trace(sent)))).flows.find(({ verdict }) => verdict.outcome === 'failed')
    ?.verdict;

function redacted(exchanges: readonly Exchange[]): readonly Exchange[] {
  const redactor = createRedactor({ key: new Uint8Array(32) });
  for (const exchange of exchanges) redactor.learn(exchange);
  return exchanges.map((exchange) => redactor.redact(exchange));
}

test.each([
  ['a-long-refresh', /cut off after 14 of 20 characters/],
  ['a-long-refresh-token%22', /characters were added at its end/],
  ['%22a-long-refresh-token%22', /quotes were added/],
  ['a-long-refresh-token%20', /white space was added/],
])('a refresh token that was spoilt is told from an old one: %s', (sent, words) => {
  const verdict = verdictOn(sent);
  expect(verdict?.causes.map(({ id, confidence }) => `${confidence} ${id}`)).toEqual([
    'certain refresh_token_invalid',
  ]);
  expect(verdict?.sentence).toMatch(words);
  expect(verdictOn(sent, redacted)).toEqual(verdict);
});

test('a refresh token of another login is no spoilt one', () => {
  expect(verdictOn('another-refresh-token')?.causes.map(({ id }) => id)).not.toContain(
    'refresh_token_invalid',
  );
});

test('a password grant that is refused without a word may be the person’s password', () => {
  const [flow] = analyze(
    fromTraceText(
      'POST https://op.test/token grant_type=password&client_id=c&client_secret=s&username=u&password=p -> 403',
    ),
  ).flows;
  expect(flow?.verdict.causes.slice(0, 3).map(({ id }) => id)).toContain('user_credentials_wrong');
});
