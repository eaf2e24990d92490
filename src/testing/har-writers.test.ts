import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import { fromHar } from '../engine/http/from-har.ts';
import { isProblem } from '../engine/http/problem.ts';
import { writeHar, type HarWriter } from './har-writer.ts';
import { browserWriters } from './har-writers-of-browsers.ts';
import { proxyWriters } from './har-writers-of-proxies.ts';

const { Safari: safari, ...others } = { ...browserWriters, ...proxyWriters };
const logins = ['ok-redirect', 'wrong-verifier', 'no-cors'];

function read(text: string): readonly Exchange[] {
  const exchanges = fromHar(text, 'a.har');
  if (isProblem(exchanges)) throw new Error(`${exchanges.place}: ${exchanges.reason}`);
  return exchanges;
}

function recorded(login: string): readonly Exchange[] {
  return read(readFileSync(`e2e/recordings/${login}.har`, 'utf8'));
}

/** The answer that the browser kept from the page, as it went over the wire. */
function onWire(exchange: Exchange): Exchange {
  if (exchange.networkError === undefined) return exchange;
  return {
    ...exchange,
    requestHeaders: [
      ...exchange.requestHeaders,
      { name: 'Origin', value: exchange.initiator ?? '' },
      { name: 'Sec-Fetch-Mode', value: 'cors' },
      { name: 'Sec-Fetch-Dest', value: 'empty' },
    ],
    status: 200,
    responseHeaders: [{ name: 'content-type', value: 'application/json' }],
    responseBody: {
      text: '{"access_token":"a","token_type":"Bearer","expires_in":3600}',
      mediaType: 'application/json',
      fidelity: 'exact',
      cutFrom: undefined,
    },
    networkError: undefined,
  };
}

function written(writer: HarWriter | undefined, login: string): readonly Exchange[] {
  if (writer === undefined) throw new Error('no writer');
  return read(writeHar(writer, writer.isOnWire === true ? recorded(login).map(onWire) : recorded(login)));
}

function told(exchanges: readonly Exchange[]): unknown {
  return analyze(exchanges).flows.map(({ kind, clientId, verdict, findings }) => ({
    kind,
    clientId,
    outcome: verdict.outcome,
    cause: verdict.causes[0]?.id,
    alarms: findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
  }));
}

test.each(Object.keys(others).flatMap((name) => logins.map((login) => [name, login] as const)))(
  'as %s writes it, %s is the same login',
  (name, login) => {
    expect(told(written(others[name], login))).toEqual(told(recorded(login)));
  },
);

/** The token call with its parameters in JSON, under the media type that it had, and refused. */
function inJson(exchange: Exchange): Exchange {
  const { requestBody, responseBody } = exchange;
  if (requestBody === undefined || responseBody === undefined) return exchange;
  return {
    ...exchange,
    requestBody: {
      ...requestBody,
      text: JSON.stringify(Object.fromEntries(new URLSearchParams(requestBody.text))),
    },
    status: 400,
    responseBody: { ...responseBody, text: '{"error":"invalid_request"}' },
  };
}

test.each(Object.entries(others))(
  'as %s writes it, a token call that sends JSON as a form is named',
  (_, writer) => {
    const { flows } = analyze(read(writeHar(writer, recorded('ok-redirect').map(inJson))));
    expect(flows.map(({ verdict }) => verdict.causes[0]?.id)).toEqual(['content_type_wrong']);
  },
);

test.each([
  [
    'ok-redirect',
    { outcome: 'succeeded', certain: [], unseen: ['capture_started_late'] },
    ['authorization_response', 'token_request', 'userinfo'],
  ],
  [
    'wrong-verifier',
    // The challenge stood in a request that was redirected.
    {
      outcome: 'failed',
      certain: [],
      unseen: ['capture_started_late'],
    },
    ['authorization_response', 'token_request'],
  ],
  [
    'no-cors',
    // The token call failed.
    { outcome: 'handed_to_server', certain: [], unseen: ['failed_calls', 'capture_started_late'] },
    ['authorization_response'],
  ],
])('Safari leaves out what was redirected or failed; of %s it tells the rest', (login, verdict, messages) => {
  const { flows } = analyze(written(safari, login));
  expect(
    flows.map(({ verdict: { outcome, causes }, unseen, steps }) => ({
      outcome,
      certain: causes.filter(({ confidence }) => confidence === 'certain'),
      unseen: unseen.map(({ id }) => id),
      messages: steps.map(({ message }) => message),
    })),
  ).toEqual([{ ...verdict, messages }]);
});
