import { expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';
import { readOneByOne } from '../../testing/read-one-by-one.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import { s256 } from '../oauth/pkce.ts';

const ask = (host: string, state: string, cb = 'cb'): string =>
  `GET https://${host}/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/${cb}&state=${state}`;
const land = (code: string, state: string, tab: number): string =>
  `GET https://app.test/cb?code=${code}&state=${state} -> 200 <p> tab=${tab}`;

const redeem = (more = ''): string =>
  `POST https://op.test/token grant_type=authorization_code&code=k&redirect_uri=https://app.test/cb${more} -> 200 {"access_token":"a"} tab=none`;
const challenge = (verifier: string): string =>
  `&code_challenge=${s256(verifier)}&code_challenge_method=S256`;

// Simple servers give every login the same code.
test.each<readonly [string, readonly string[], readonly string[]]>([
  [
    'the same code from two servers is told by state and tab',
    [
      `${ask('op.test', 's1')} -> 200 <p> tab=1`,
      `${ask('other.test', 's2')} -> 200 <p> tab=2`,
      land('k', 's1', 1),
      land('k', 's2', 2),
      'POST https://other.test/token grant_type=authorization_code&code=k -> 200 {"access_token":"a"} tab=2',
      'POST https://op.test/token grant_type=authorization_code&code=k -> 200 {"access_token":"b"} tab=1',
    ],
    ['e1 e3 e6', 'e2 e4 e5'],
  ],
  [
    'the same code from two servers, redeemed without a tab, is told by redirect_uri',
    [
      `${ask('op.test', 's1')} -> 302 https://app.test/cb?code=k&state=s1 tab=1`,
      `${ask('other.test', 's2', 'cb-2')} -> 302 https://app.test/cb-2?code=k&state=s2 tab=1`,
      'POST https://op.test/token grant_type=authorization_code&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"a"} tab=none',
    ],
    ['e1 e3', 'e2'],
  ],
  [
    'a callback that is loaded again belongs to its login, also while one with the same constant state is open',
    [
      `${ask('op.test', 'x')} -> 302 https://app.test/cb?code=k1&state=x tab=1`,
      `${ask('op.test', 'x')} -> 200 <p> tab=2`,
      land('k1', 'x', 2),
    ],
    ['e1 e3', 'e2'],
  ],
  [
    'the same code for one redirect_uri, redeemed by a server one login after the other',
    [
      `${ask('op.test', 's1')} -> 302 https://app.test/cb?code=k&state=s1 tab=1`,
      redeem(),
      `${ask('op.test', 's2')} -> 302 https://app.test/cb?code=k&state=s2 tab=2`,
      redeem(),
    ],
    ['e1 e2', 'e3 e4'],
  ],
  [
    'the same code for one redirect_uri, redeemed by a server while each callback waits',
    [
      `${ask('op.test', 's1')} -> 302 https://app.test/cb?code=k&state=s1 tab=1 @0s`,
      `${ask('op.test', 's2')} -> 302 https://app.test/cb?code=k&state=s2 tab=2 @1s`,
      `${land('k', 's1', 1)} @2s took=500ms`,
      `${redeem()} @2.1s`,
      `${land('k', 's2', 2)} @3s took=500ms`,
      `${redeem()} @3.1s`,
    ],
    ['e1 e3 e4', 'e2 e5 e6'],
  ],
  [
    'the same code for one redirect_uri, the later redeemed first, is told by its verifier',
    [
      `${ask('op.test', 's1')}${challenge('v1')} -> 302 https://app.test/cb?code=k&state=s1 tab=1`,
      `${ask('op.test', 's2')}${challenge('v2')} -> 302 https://app.test/cb?code=k&state=s2 tab=2`,
      redeem('&code_verifier=v2'),
      redeem('&code_verifier=v1'),
    ],
    ['e1 e4', 'e2 e3'],
  ],
  [
    'the same code for one redirect_uri, sent again with a nonce',
    [
      `${ask('op.test', 's1')} -> 302 https://app.test/cb?code=k&state=s1 tab=1`,
      redeem().replace(/-> .*/, '-> 400 {"error":"use_dpop_nonce"} tab=none'),
      redeem(),
      `${ask('op.test', 's2')} -> 302 https://app.test/cb?code=k&state=s2 tab=2`,
      redeem(),
    ],
    ['e1 e2 e3', 'e4 e5'],
  ],
  [
    'the same code for one redirect_uri, redeemed when two logins wait for it, is joined to neither',
    [
      `${ask('op.test', 's1')} -> 302 https://app.test/cb?code=k&state=s1 tab=1`,
      `${ask('op.test', 's2')} -> 302 https://app.test/cb?code=k&state=s2 tab=2`,
      redeem(),
      redeem(),
    ],
    ['e1', 'e2', 'e3', 'e4'],
  ],
  [
    'one code that is redeemed twice is one login',
    [`${ask('op.test', 's1')} -> 302 https://app.test/cb?code=k&state=s1 tab=1`, redeem(), redeem()],
    ['e1 e2 e3'],
  ],
])('%s', (_, lines, expected) => {
  const flows = flowsIn(lines.join('\n')).map(({ flow }) =>
    [...new Set(flow.messages.map(({ exchange }) => exchange.id))].toSorted().join(' '),
  );
  expect(flows).toEqual(expected);
});

test.each<readonly [string, readonly string[], string]>([
  [
    'with the logins it fits',
    [],
    '2 recorded logins that began 200 ms and 100 ms before it got the code that this token request redeems, and the traffic does not tell which of them it belongs to.',
  ],
  [
    'without their times where the clocks of two recordings differ',
    ['@0.5s'],
    '2 recorded logins got the code that this token request redeems, and the traffic does not tell which of them it belongs to.',
  ],
])('a redemption that fits two logins says so, %s', (_, [when = ''], sentence) => {
  const exchanges = fromTraceText(
    [
      `${ask('op.test', 's1')} -> 302 https://app.test/cb?code=k&state=s1 tab=1 @1s`,
      `${ask('op.test', 's2')} -> 302 https://app.test/cb?code=k&state=s2 tab=2`,
      `${redeem()} ${when}`,
    ].join('\n'),
  );
  const report = analyze(exchanges);
  expect(report.flows.find(({ id }) => id === 'flow-e3')?.unseen).toEqual([
    { id: 'login_undecided', sentence },
  ]);
  for (const each of readOneByOne(exchanges)) expect(each).toEqual(report);
});
