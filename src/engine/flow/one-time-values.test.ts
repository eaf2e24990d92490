import { describe, expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';
import { s256 } from '../oauth/pkce.ts';

const callback = 'https://app.test/cb';
/** An app whose state and nonce are constants. */
const ask = `GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=${callback}&state=x&nonce=n`;
const answered = (code: string): string => `${ask} -> 302 ${callback}?code=${code}&state=x`;
const shown = `${ask} -> 200 <p>Sign in</p>`;
const signIn = (code: string): string =>
  `POST https://op.test/login u=1 -> 302 ${callback}?code=${code}&state=x`;
const land = (code: string): string => `GET ${callback}?code=${code}&state=x -> 200 <p>`;
const taken = (code: string, to = 'https://app.test/home'): string =>
  `GET ${callback}?code=${code}&state=x -> 302 ${to}`;
const redeem = (code: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code} -> 200 {"access_token":"a-${code}"}`;
const refused = (code: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code} -> 400 {"error":"invalid_grant"}`;
const push = (uri: string): string =>
  `POST https://op.test/par client_id=c&response_type=code&redirect_uri=${callback}&state=x&nonce=n -> 201 {"request_uri":"${uri}"} tab=none`;
const open = (uri: string, code: string): string =>
  `GET https://op.test/authorize?client_id=c&request_uri=${uri} -> 302 ${callback}?code=${code}&state=x`;

/** The ids of each flow's messages, one flow a string. */
const flowsOf = (lines: readonly string[]): readonly string[] =>
  flowsIn(lines.join('\n')).map(({ flow }) =>
    [...new Set(flow.messages.map(({ exchange }) => exchange.id))]
      .toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
      .join(' '),
  );

describe('one login is', () => {
  test.each<readonly [string, readonly string[]]>([
    ['a request that is loaded again before its answer', [shown, shown, signIn('k1'), redeem('k1')]],
    ['one whose user takes half an hour', [`${shown} @0s`, `${shown} @1800s`, `${signIn('k1')} @1801s`]],
    [
      'one that the back button asks for again before its code is redeemed',
      [answered('k1'), land('k1'), shown, signIn('k2'), redeem('k2')],
    ],
    [
      'one whose code is refused, asked for again',
      [answered('k1'), land('k1'), refused('k1'), answered('k2'), redeem('k2')],
    ],
    [
      'one whose callback failed on the server, loaded again',
      [answered('k1'), land('k1').replace('200', '500'), answered('k2'), taken('k2')],
    ],
    [
      'one whose callback sends the browser on with the code',
      [answered('k1'), taken('k1', `${callback}/?code=k1&state=x`), answered('k2'), redeem('k2')],
    ],
    [
      'one that goes on in another tab',
      [`${shown} tab=1`, `${answered('k1')} tab=2`, `${redeem('k1')} tab=2`],
    ],
    [
      'one that two tabs are at, and one of them is answered',
      [`${shown} tab=1`, `${shown} tab=2`, `${signIn('k1')} tab=1`, `${redeem('k1')} tab=1`],
    ],
    [
      'one that is refused and asked for again',
      [`${ask} -> 302 ${callback}?error=access_denied&state=x`, shown],
    ],
    [
      'one with a fresh challenge, loaded again',
      [1, 2].map(() => shown.replace('nonce=n', `code_challenge=${s256('v')}`)),
    ],
  ])('%s', (_, lines) => {
    const ids = flowsOf(lines);
    expect(ids).toHaveLength(1);
    for (const [index, line] of lines.entries())
      if (!line.startsWith('POST https://op.test/login'))
        expect(ids[0]?.split(' ')).toContain(`e${index + 1}`);
  });
});

describe('two logins are', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'two whose codes are redeemed, in one tab',
      [answered('k1'), land('k1'), redeem('k1'), answered('k2'), land('k2'), redeem('k2')],
      ['e1 e2 e3', 'e4 e5 e6'],
    ],
    [
      'two whose codes are redeemed, in one tab, long after',
      [answered('k1'), redeem('k1'), `${answered('k2')} @86400s`, `${redeem('k2')} @86401s`],
      ['e1 e2', 'e3 e4'],
    ],
    [
      'two whose codes are redeemed, one after the other in two tabs',
      [answered('k1'), redeem('k1'), `${answered('k2')} tab=2`, `${redeem('k2')} tab=2`],
      ['e1 e2', 'e3 e4'],
    ],
    [
      'two that two tabs finish interleaved',
      [
        `${shown} tab=1`,
        `${shown} tab=2`,
        `${signIn('k1')} tab=1`,
        `${signIn('k2')} tab=2`,
        `${redeem('k2')} tab=2`,
        `${redeem('k1')} tab=1`,
      ],
      ['e1 e3 e6', 'e2 e4 e5'],
    ],
    [
      'two that two tabs finish interleaved, each with a login page that repeats the request',
      [
        `${shown} tab=1`,
        `${shown} tab=2`,
        `${answered('k1')} tab=1`,
        `${answered('k2')} tab=2`,
        `${redeem('k2')} tab=2`,
        `${redeem('k1')} tab=1`,
      ],
      ['e1 e3 e6', 'e2 e4 e5'],
    ],
    [
      'one that ended, and one that two tabs are at',
      [answered('k1'), redeem('k1'), `${shown} tab=2`, `${shown} tab=1`, `${signIn('k2')} tab=1`],
      ['e1 e2', 'e3', 'e4 e5'],
    ],
    [
      'two whose codes a server takes',
      [answered('k1'), taken('k1'), answered('k2'), taken('k2')],
      ['e1 e2', 'e3 e4'],
    ],
    [
      'two whose codes the page hands to its server',
      [
        answered('code1'),
        'POST https://app.test/api {"code":"code1"} -> 200 {}',
        answered('code2'),
        'POST https://app.test/api {"code":"code2"} -> 200 {}',
      ],
      ['e1 e2', 'e3 e4'],
    ],
    [
      'two whose tokens come at once',
      [1, 2].map(
        (n) =>
          `${ask.replace('=code', '=token')} -> 302 ${callback}#access_token=t${n}&token_type=bearer&state=x`,
      ),
      ['e1', 'e2'],
    ],
    [
      'one whose code must have died, and a new one',
      [answered('k1'), land('k1'), `${answered('k2')} @700s`, `${land('k2')} @701s`],
      ['e1 e2', 'e3 e4'],
    ],
    ['one that was given up, and a new one hours later', [shown, `${shown} @7200s`], ['e1', 'e2']],
    [
      'two that a server pushes',
      [push('urn:1'), open('urn:1', 'k1'), push('urn:2'), open('urn:2', 'k2')],
      ['e1 e2', 'e3 e4'],
    ],
    [
      'two that a server pushes for two tabs at once',
      [push('urn:1'), push('urn:2'), `${open('urn:1', 'k1')} tab=1`, `${open('urn:2', 'k2')} tab=2`],
      ['e1 e3', 'e2 e4'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(flowsOf(lines)).toEqual(expected);
  });
});
