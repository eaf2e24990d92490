import { expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';

/** Google's popup: the code comes by a window message, which no recording shows. */
const ask = (state: string, tab: number, uri = 'postmessage'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${uri}&state=${state} -> 200 <p>Sign in</p> tab=${tab}`;
const relay = (code: string, state: string): string =>
  `POST https://app.test/login code=${code}&state=${state} -> 200 {"ok":true} kind=fetch tab=1`;
const redeem = (code: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=postmessage -> 200 {"access_token":"a-${code}"} source=backend tab=none`;

test.each<readonly [string, readonly string[], readonly string[]]>([
  [
    'a page hands on the code with the state of its login, and the server redeems it',
    [ask('s1', 2), relay('code1', 's1'), redeem('code1')],
    ['succeeded e1 e2 e3'],
  ],
  [
    'the same by a relay of the library’s',
    [ask('s1', 2, 'storagerelay://https/app.test?id=a'), relay('code1', 's1'), redeem('code1')],
    ['succeeded e1 e2 e3'],
  ],
  [
    'the same where the answer is asked for as a window message',
    [
      ask('s1', 2, 'https://app.test').replace('&state', '&response_mode=web_message&state'),
      relay('code1', 's1'),
      redeem('code1'),
    ],
    ['succeeded e1 e2 e3'],
  ],
  [
    'two popups of one client, redeemed the other way round',
    [
      ask('s1', 2),
      ask('s2', 3),
      relay('code2', 's2'),
      relay('code1', 's1'),
      redeem('code1'),
      redeem('code2'),
    ],
    ['succeeded e1 e4 e5', 'succeeded e2 e3 e6'],
  ],
  [
    'a page whose server says that it cannot redeem the code',
    [ask('s1', 2), relay('code1', 's1').replace('200 {"ok":true}', '401 {"error":"invalid_grant"}')],
    ['failed e1 e2'],
  ],
  [
    'the code is handed on without a state: nothing proves whose it is',
    [ask('s1', 2), relay('code1', '').replace('&state=', ''), redeem('code1')],
    ['handed_to_server e1', 'succeeded e3'],
  ],
  [
    'nobody saw the code handed on: client and time prove nothing',
    [ask('s1', 2), redeem('code1')],
    ['handed_to_server e1', 'succeeded e2'],
  ],
  [
    'a state that two open popups have tells neither',
    [ask('x', 2), ask('x', 3), relay('code1', 'x'), redeem('code1')],
    ['handed_to_server e1', 'handed_to_server e2', 'succeeded e4'],
  ],
  [
    'another code than the one that was handed on',
    [ask('s1', 2), relay('code1', 's1'), redeem('code2')],
    ['handed_to_server e1 e2', 'succeeded e3'],
  ],
  [
    'a voucher with a state, at a login whose answer a redirect brings',
    [ask('s1', 2, 'https://app.test/cb'), relay('SUMMER', 's1')],
    ['abandoned e1'],
  ],
])('%s', (_, lines, expected) => {
  const flows = flowsIn(lines.join('\n')).map(
    ({ flow, progress }) =>
      `${progress.outcome} ${flow.messages.map(({ exchange }) => exchange.id).join(' ')}`,
  );
  expect(flows).toEqual(expected);
});
