import { expect, test } from 'vitest';
import type { Exchange } from '../../engine/http/exchange.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { createOpenedTabs } from './opened-tabs.ts';

/** What follows `<-` is the origin of the page that caused the request. */
function exchangesOf(lines: readonly string[]): readonly Exchange[] {
  const parts = lines.map((line) => line.split(' <- '));
  return fromTraceText(parts.map(([line]) => line).join('\n')).map((exchange, index) => ({
    ...exchange,
    initiator: parts[index]?.[1],
  }));
}

const app = 'GET https://app.test/ -> 200 <p>App</p> tab=1';
const authorize = 'GET https://op.test/authorize?client_id=c&response_type=code&state=s -> 200 <p>Login</p>';

test.each([
  ['a popup that the page of the tab opened', [app, `${authorize} tab=2 <- https://app.test`], true],
  [
    'the page was there before the recording: its own requests tell its origin',
    [
      'GET https://op.test/userinfo -> 200 {} tab=1 kind=fetch <- https://app.test',
      `${authorize} tab=2 <- https://app.test`,
    ],
    true,
  ],
  ['a tab that the user opened', [app, `${authorize} tab=2`], false],
  [
    'a tab that the user opened, and logged in at the same app',
    [app, 'GET https://app.test/ -> 200 <p> tab=2', `${authorize} tab=2 <- https://app.test`],
    false,
  ],
  ['a popup of another app', [app, `${authorize} tab=2 <- https://other.test`], false],
])('%s', (_, lines, expected) => {
  const tabs = createOpenedTabs();
  for (const exchange of exchangesOf(lines).toReversed()) tabs.note(exchange);
  expect([tabs.isOpenedBy(2, 1), tabs.isOpenedBy(1, 2), tabs.isOpenedBy(1, 1)]).toEqual([
    expected,
    false,
    false,
  ]);
});
