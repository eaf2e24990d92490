import { expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';
import { readOneByOne } from '../../testing/read-one-by-one.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';

const callback = 'https://app.test/cb?code=k&state=x';
const ask =
  'GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=x';
const login = (options: string): string => `POST https://op.test/login u=1 -> 302 ${callback} ${options}`;
const land = (options: string): string => `GET ${callback} -> 200 <p> ${options}`;
const redeem = (options: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"a"} ${options}`;
const push = (n: number): string =>
  `POST https://op.test/par client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=x -> 201 {"request_uri":"urn:${n}","expires_in":60} tab=none source=server`;
const open = (n: number, tab: number): string =>
  `GET https://op.test/authorize?client_id=c&request_uri=urn:${n} -> 200 <p> tab=${tab}`;

// Servers of tests give every login the same code, and their apps send every time the same state.
test.each<readonly [string, readonly string[], readonly string[]]>([
  [
    'in two tabs at once',
    [
      ...[1, 2].map((tab) => `${ask} -> 302 ${callback} tab=${tab}`),
      ...[land('tab=2'), land('tab=1'), redeem('tab=2'), redeem('tab=1')],
    ],
    ['e1 e4 e6', 'e2 e3 e5'],
  ],
  [
    'one after the other in one tab',
    [`${ask} -> 302 ${callback}`, land(''), redeem(''), `${ask} -> 302 ${callback}`, land(''), redeem('')],
    ['e1 e2 e3', 'e4 e5 e6'],
  ],
  [
    'one after the other in one tab, past a login page',
    [1, 2].flatMap(() => [`${ask} -> 200 <p>`, login(''), land(''), redeem('')]),
    ['e1 e2 e3 e4', 'e5 e6 e7 e8'],
  ],
  [
    'in two tabs at once, past a login page',
    [
      ...[1, 2].map((tab) => `${ask} -> 200 <p> tab=${tab}`),
      ...[login('tab=2'), login('tab=1'), land('tab=1'), land('tab=2'), redeem('tab=1'), redeem('tab=2')],
    ],
    ['e1 e4 e5 e7', 'e2 e3 e6 e8'],
  ],
  [
    'pushed, in two tabs at once',
    [
      ...[push(1), push(2), open(1, 1), open(2, 2), login('tab=1'), login('tab=2')],
      ...[land('tab=1'), land('tab=2'), redeem('tab=2'), redeem('tab=1')],
    ],
    ['e1 e3 e5 e7 e10', 'e2 e4 e6 e8 e9'],
  ],
  [
    'pushed, the second opened first',
    [push(1), push(2), open(2, 2), open(1, 1), login('tab=1'), login('tab=2')],
    ['e1 e4 e5', 'e2 e3 e6'],
  ],
  [
    'pushed, and answered in a tab that opened neither',
    [push(1), push(2), open(1, 1), open(2, 2), land('tab=3')],
    ['e1 e3', 'e2 e4'],
  ],
])('logins with one state and one code are told apart %s', (_, lines, expected) => {
  const found = flowsIn(lines.join('\n')).map(({ flow }) =>
    [...new Set(flow.messages.map(({ exchange }) => exchange.id))].join(' '),
  );
  expect(found).toEqual(expected);
  const exchanges = fromTraceText(lines.join('\n'));
  for (const report of readOneByOne(exchanges)) expect(report).toEqual(analyze(exchanges));
});
