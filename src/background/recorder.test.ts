import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import type { BrowserHeader } from '../engine/http/web-request-event.ts';
import { createSession } from '../engine/session/session.ts';
import { nothingForgotten } from '../engine/session/stock.ts';
import { wide } from '../testing/capture-events.ts';
import { fromTraceText } from '../testing/trace-text.ts';
import { createRecorder } from './recorder.ts';

/** Later than the logins of traces. */
const at = 1_800_000_001_000;
const bearer = { name: 'Authorization', value: 'Bearer t' };
const challenge = { name: 'WWW-Authenticate', value: 'Bearer error="invalid_token"' };

interface Call {
  readonly method?: string;
  readonly sent?: readonly BrowserHeader[];
  readonly statusCode?: number;
  readonly received?: readonly BrowserHeader[];
  readonly initiator?: string;
}

/** What is kept of one call to an API whose address tells nothing. */
function kept(call: Call, isRecording = true): readonly Exchange[] {
  const { method = 'GET', sent = [], statusCode = 401, received = [], initiator = 'https://app.test' } = call;
  const session = createSession({ run: 'r', limits: wide, records: [], forgotten: nothingForgotten });
  const recorder = createRecorder(session, () => isRecording, session.apply);
  const facts = { requestId: '1', method, url: 'https://api.test/rows', type: 'xmlhttprequest' };
  const details = { ...facts, tabId: 1, frameId: 0, initiator };
  recorder.started({ ...details, timeStamp: at }, 'none');
  recorder.headersSent({ ...details, timeStamp: at + 1, requestHeaders: sent });
  const answer = { ...details, timeStamp: at + 2, statusCode, responseHeaders: received };
  recorder.answerReceived(answer);
  recorder.completed({ ...answer, timeStamp: at + 3 });
  return session.exchanges();
}

test('a call of an unknown API that is refused with its token is kept whole', () => {
  const [exchange, ...others] = kept({ sent: [bearer], received: [challenge] });
  expect(others).toEqual([]);
  expect(exchange).toMatchObject({
    ...{ id: 'r.1.0', tab: 1, initiator: 'https://app.test', kind: 'fetch', method: 'GET' },
    ...{ url: 'https://api.test/rows', requestHeaders: [bearer], responseHeaders: [challenge], status: 401 },
    ...{ startedAt: at + 1, endedAt: at + 3 },
    known: { requestHeaders: true, requestBody: true, responseHeaders: true, responseBody: false },
  });
});

test('an access token that an unknown API refuses is a finding of the login that it came from', () => {
  const login = fromTraceText(
    'POST https://op.test/token grant_type=client_credentials&client_id=c -> 200 {"access_token":"t","token_type":"Bearer","expires_in":60}',
  );
  const report = analyze([...login, ...kept({ sent: [bearer], received: [challenge] })]);
  expect(report.flows.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
    ['access-token-rejected'],
  ]);
});

test.each<readonly [string, Call, boolean]>([
  [
    'a 403 of a call with a DPoP token',
    { sent: [{ name: 'authorization', value: 'DPoP t' }], statusCode: 403 },
    true,
  ],
  ['a 401 that asks for a token', { received: [challenge] }, true],
  ['a POST with a token', { method: 'POST', sent: [bearer] }, true],
  ['a call with a token that worked', { sent: [bearer], statusCode: 200 }, false],
  [
    'a 401 that asks for a password',
    { received: [{ name: 'WWW-Authenticate', value: 'Basic realm="x"' }] },
    false,
  ],
  ['a 401 that asks for nothing', {}, false],
  ['a preflight', { method: 'OPTIONS', received: [challenge] }, false],
  ['a call of our own', { initiator: 'chrome-extension://abc', received: [challenge] }, false],
])('%s is kept: %#', (_, call, expected) => {
  expect(kept(call).length > 0).toBe(expected);
  expect(kept(call, false)).toEqual([]);
});

test('what is remembered of calls under way is bounded', () => {
  const session = createSession({ run: 'r', limits: wide, records: [], forgotten: nothingForgotten });
  const recorder = createRecorder(session, () => true, session.apply);
  const facts = { method: 'GET', url: 'https://api.test/rows', type: 'xmlhttprequest', timeStamp: 1 };
  for (let call = 0; call < 300; call += 1) {
    recorder.headersSent({ ...facts, requestId: String(call), requestHeaders: [bearer] });
  }
  for (const requestId of ['0', '299']) {
    recorder.answerReceived({ ...facts, requestId, statusCode: 401, responseHeaders: [] });
  }
  expect(session.exchanges().map(({ id }) => id)).toEqual(['r.299.0']);
});
