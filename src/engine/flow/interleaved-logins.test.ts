import { describe, expect, test } from 'vitest';
import { flowsIn, stepsOf } from '../../testing/flows.ts';
import { unsignedJwt } from '../../testing/messages.ts';

const ask = (client: string, host: string, cb: string, state: string): string =>
  `GET https://${host}/authorize?client_id=${client}&response_type=code&redirect_uri=${cb}&state=${state}`;
const appCallback = 'https://app.test/cb';
const redeem = (code: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=${appCallback} -> 200 {"access_token":"a-${code}"}`;

const flowsOf = (lines: readonly string[]): readonly string[] =>
  flowsIn(lines.join('\n')).map(({ flow, progress }) =>
    [progress.outcome, ...new Set(flow.messages.map(({ exchange }) => exchange.id))].join(' '),
  );

describe('two logins of one client at once, each with its own messages,', () => {
  const places = {
    'in two popups': ['tab=2', 'tab=3'],
    'in the page and a popup': ['tab=1', 'tab=2'],
    'in a popup and the page': ['tab=2', 'tab=1'],
    'in two frames': ['tab=1 frame=5 kind=frame', 'tab=1 frame=6 kind=frame'],
  } as const;
  const redeemed = {
    'by one opener': ['tab=1', 'tab=1'],
    'each where it came': ['tab=2', 'tab=3'],
    'each where the other came': ['tab=3', 'tab=2'],
    'by a server': ['tab=none source=server', 'tab=none source=server'],
  } as const;
  const rows = Object.entries(places).flatMap(([where, tabs]) =>
    Object.entries(redeemed).map(([how, redeemers]) => [where, how, tabs, redeemers] as const),
  );
  test.each(rows)('%s, redeemed %s', (_, __, [one, other], [first, second]) => {
    const lines = [
      `${ask('c', 'op.test', appCallback, 's1')} -> 200 <p> ${one}`,
      `${ask('c', 'op.test', appCallback, 's2')} -> 200 <p> ${other}`,
      `POST https://op.test/login u=1 -> 302 ${appCallback}?code=k2&state=s2 ${other}`,
      `POST https://op.test/login u=1 -> 302 ${appCallback}?code=k1&state=s1 ${one}`,
      `GET ${appCallback}?code=k1&state=s1 -> 200 <p> ${one}`,
      `GET ${appCallback}?code=k2&state=s2 -> 200 <p> ${other}`,
      `${redeem('k1')} ${first}`,
      `${redeem('k2')} ${second}`,
    ];
    expect(flowsOf(lines)).toEqual(['succeeded e1 e4 e5 e7', 'succeeded e2 e3 e6 e8']);
  });
});

test('a broker behind a broker, in two tabs at once: each login has its own parent', () => {
  const deep = (name: string, tab: number): readonly string[] =>
    [
      `${ask('app', 'op.test', appCallback, `a${name}`)} -> 302 https://mid.test/authorize`,
      `${ask('op', 'mid.test', 'https://op.test/cb', `b${name}`)} -> 302 https://up.test/authorize`,
      `${ask('mid', 'up.test', 'https://mid.test/cb', `c${name}`)} -> 302 https://mid.test/cb?code=c${name}&state=c${name}`,
      `GET https://mid.test/cb?code=c${name}&state=c${name} -> 302 https://op.test/cb?code=b${name}&state=b${name}`,
      `GET https://op.test/cb?code=b${name}&state=b${name} -> 302 ${appCallback}?code=a${name}&state=a${name}`,
    ].map((line, index) => `${line} id=${name}${index} tab=${tab} @${index + tab / 10}s`);
  const found = flowsIn([...deep('x', 1), ...deep('y', 2)].join('\n'));
  expect(Object.fromEntries(found.map(({ flow, parent }) => [flow.id, parent]))).toEqual({
    ...{ 'flow-x0': undefined, 'flow-x1': 'flow-x0', 'flow-x2': 'flow-x1' },
    ...{ 'flow-y0': undefined, 'flow-y1': 'flow-y0', 'flow-y2': 'flow-y1' },
  });
});

test('two pushed requests that were asked for the same nonce are one step each', () => {
  const push = (state: string, answer: string, proof = 'x'): string =>
    `POST https://op.test/par [DPoP: ${proof}] client_id=c&response_type=code&state=${state}&code_challenge=ch-${state} -> ${answer}`;
  const proof = unsignedJwt({ nonce: 'n1' }, { typ: 'dpop+jwt', alg: 'ES256' });
  const refused = '400 [DPoP-Nonce: n1] {"error":"use_dpop_nonce"}';
  const views = flowsIn(
    [
      ...[push('s1', refused), `${push('s2', refused)} tab=2`],
      `${push('s2', '201 {"request_uri":"urn:2","expires_in":60}', proof)} tab=2`,
      push('s1', '201 {"request_uri":"urn:1","expires_in":60}', proof),
      `GET https://op.test/authorize?client_id=c&request_uri=urn:1 -> 302 ${appCallback}?code=k1&state=s1`,
      `GET https://op.test/authorize?client_id=c&request_uri=urn:2 -> 302 ${appCallback}?code=k2&state=s2 tab=2`,
    ].join('\n'),
  );
  expect(views.map(({ timeline }) => timeline.exchanges.map(({ id }) => id).join(' '))).toEqual([
    'e1 e4 e5',
    'e2 e3 e6',
  ]);
  const steps = 'Pushed authorization request ×2 > Authorization request > Authorization response';
  expect(views.map(stepsOf)).toEqual([steps, steps]);
});

test('two devices that poll in turn are counted each', () => {
  const poll = (code: string, answer: string): string =>
    `POST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=c&device_code=${code} -> ${answer}`;
  const pending = '400 {"error":"authorization_pending"}';
  const views = flowsIn(
    [
      ...['d1', 'd2'].map(
        (code) => `POST https://op.test/device client_id=c -> 200 {"device_code":"${code}"}`,
      ),
      ...['d1', 'd2', 'd1', 'd2', 'd2'].map((code) => poll(code, pending)),
      poll('d2', '200 {"access_token":"a"}'),
      poll('d1', '400 {"error":"expired_token"}'),
    ].join('\n'),
  );
  expect(views.map((view) => `${view.progress.outcome}: ${stepsOf(view)}`)).toEqual([
    'failed: Device authorization > Token request! ×3',
    'succeeded: Device authorization > Token request ×4',
  ]);
});

test('two tabs that race with one refresh token leave another login of these tabs alone', () => {
  const issue = (n: number): string => redeem(`k${n}`).replace('}', `,"refresh_token":"r${n}"}`);
  const refresh = (token: string, answer: string): string =>
    `POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=${token} -> ${answer}`;
  const lines = [
    `${issue(1)} tab=1`,
    `${issue(2)} tab=2`,
    `${refresh('r1', '200 {"access_token":"b1","refresh_token":"q1"}')} tab=1`,
    `${refresh('r1', '400 {"error":"invalid_grant"}')} tab=2`,
    `${refresh('r2', '200 {"access_token":"b2","refresh_token":"q2"}')} tab=1`,
  ];
  expect(flowsOf(lines)).toEqual(['failed e1 e3 e4', 'succeeded e2 e5']);
});
