import { expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';
import { unsignedJwt } from '../../testing/messages.ts';
import { s256 } from '../oauth/pkce.ts';

const cb = 'https://app.test/cb';
const ask = (state: string, more = '', host = 'op.test', client = 'c', to = cb): string =>
  `GET https://${host}/authorize?client_id=${client}&response_type=code&redirect_uri=${to}&state=${state}${more}`;
const redeem = (code: string, answer: string, more = ''): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=${cb}${more} -> ${answer}`;
const refresh = (token: string, answer: string): string =>
  `POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=${token} -> ${answer}`;
const land = (code: string, state: string): string =>
  `GET ${cb}?code=${code}&state=${state} -> 200 <p>App</p>`;
const to = (code: string, state: string): string => `302 ${cb}?code=${code}&state=${state}`;
const tokens = (n: string): string => `200 {"access_token":"a-${n}","refresh_token":"r-${n}"}`;
const proof = (claims: object): string => unsignedJwt(claims, { typ: 'dpop+jwt', alg: 'ES256' });
const pkce = (verifier: string): string => `&code_challenge=${s256(verifier)}&code_challenge_method=S256`;
const poll = (code: string, answer: string): string =>
  `POST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=tv&device_code=${code} -> ${answer}`;
const pending = '400 {"error":"authorization_pending"}';

test.each<readonly [string, readonly string[], readonly string[]]>([
  [
    'two tabs refresh with one token in its grace period, and each goes on with what it got',
    [
      `${ask('s1')} -> ${to('k1', 's1')} tab=1`,
      `${land('k1', 's1')} tab=1`,
      `${redeem('k1', tokens('0'))} tab=1`,
      `${refresh('r-0', tokens('1'))} tab=1 @10s`,
      `${refresh('r-0', tokens('2'))} tab=2 @10.01s`,
      `${refresh('r-1', tokens('3'))} tab=1 @20s`,
      `${refresh('r-2', tokens('4'))} tab=2 @20.5s`,
    ],
    ['succeeded e1 e2 e3 e4 e5 e6 e7'],
  ],
  [
    'three levels of brokers, the innermost asked twice because its page was loaded again',
    [
      `${ask('a')} -> 302 https://mid.test/authorize`,
      `${ask('b', '', 'mid.test', 'op', 'https://op.test/cb')} -> 302 https://up.test/authorize`,
      `${ask('c', '', 'up.test', 'mid', 'https://mid.test/cb')} -> 302 https://top.test/authorize`,
      `${ask('d', '', 'top.test', 'up', 'https://up.test/cb')} -> 200 <p>Sign in</p>`,
      `${ask('d', '', 'top.test', 'up', 'https://up.test/cb')} -> 302 https://up.test/cb?code=kd&state=d`,
      `GET https://up.test/cb?code=kd&state=d -> 302 https://mid.test/cb?code=kc&state=c`,
      `GET https://mid.test/cb?code=kc&state=c -> 302 https://op.test/cb?code=kb&state=b`,
      `GET https://op.test/cb?code=kb&state=b -> ${to('ka', 'a')}`,
      land('ka', 'a'),
      redeem('ka', tokens('a')),
    ],
    [
      'succeeded e1 e8 e9 e10',
      'handed_to_server e2 e7 e8 in flow-e1',
      'handed_to_server e3 e6 e7 in flow-e2',
      'handed_to_server e4 e5 e6 in flow-e3',
    ],
  ],
  [
    'a device whose two workers poll with one code, and one of them once more when it is used up',
    [
      'POST https://op.test/device client_id=tv -> 200 {"device_code":"d","user_code":"U"}',
      `${poll('d', pending)} tab=1`,
      `${poll('d', '400 {"error":"slow_down"}')} tab=2`,
      `${poll('d', pending)} tab=1`,
      `${poll('d', '200 {"access_token":"a"}')} tab=2`,
      `${poll('d', '400 {"error":"invalid_grant"}')} tab=1`,
    ],
    ['failed e1 e2 e3 e4 e5 e6'],
  ],
  [
    'a frame renews silently while a popup logs in as somebody else',
    [
      `${ask('s0', '&nonce=n0')} -> ${to('k0', 's0')} tab=1`,
      `${land('k0', 's0')} tab=1`,
      `${redeem('k0', tokens('0'))} tab=1`,
      `${ask('s1', '&prompt=login&nonce=n1')} -> 200 <p>Sign in</p> tab=2 @100s`,
      `${ask('s2', '&prompt=none&nonce=n2')} -> ${to('k2', 's2')} tab=1 frame=4 kind=frame`,
      `${land('k2', 's2')} tab=1 frame=4 kind=frame`,
      `POST https://op.test/login u=other -> ${to('k1', 's1')} tab=2`,
      `${land('k1', 's1')} tab=2`,
      `${redeem('k1', tokens('1'))} tab=1`,
      `${redeem('k2', tokens('2'))} tab=1`,
    ],
    ['succeeded e1 e2 e3', 'succeeded e4 e7 e8 e9', 'succeeded e5 e6 e10 in flow-e1'],
  ],
  [
    'a nonce is asked for at the pushed request, at the token endpoint and at the API',
    [
      `POST https://op.test/par [DPoP: ${proof({ jti: '1' })}] client_id=c&response_type=code&redirect_uri=${cb}&state=s${pkce('v')} -> 400 [DPoP-Nonce: n1] {"error":"use_dpop_nonce"}`,
      `POST https://op.test/par [DPoP: ${proof({ jti: '2', nonce: 'n1' })}] client_id=c&response_type=code&redirect_uri=${cb}&state=s${pkce('v')} -> 201 {"request_uri":"urn:1","expires_in":60}`,
      `GET https://op.test/authorize?client_id=c&request_uri=urn:1 -> ${to('k', 's')}`,
      land('k', 's'),
      `POST https://op.test/token [DPoP: ${proof({ jti: '3' })}] grant_type=authorization_code&client_id=c&code=k&redirect_uri=${cb}&code_verifier=v -> 400 [DPoP-Nonce: n2] {"error":"use_dpop_nonce"}`,
      `POST https://op.test/token [DPoP: ${proof({ jti: '4', nonce: 'n2' })}] grant_type=authorization_code&client_id=c&code=k&redirect_uri=${cb}&code_verifier=v -> 200 {"access_token":"a","token_type":"DPoP"}`,
      `GET https://api.test/me [Authorization: DPoP a] [DPoP: ${proof({ jti: '5' })}] -> 401 [WWW-Authenticate: DPoP error="use_dpop_nonce"] [DPoP-Nonce: n3] {}`,
      `GET https://api.test/me [Authorization: DPoP a] [DPoP: ${proof({ jti: '6', nonce: 'n3' })}] -> 200 {}`,
    ],
    ['succeeded e1 e2 e3 e4 e5 e6 e7'],
  ],
  [
    'a page and its server both redeem one code',
    [
      `${ask('s')} -> ${to('k', 's')}`,
      land('k', 's'),
      `${redeem('k', tokens('1'))} tab=none source=server`,
      redeem('k', '400 {"error":"invalid_grant"}'),
    ],
    ['failed e1 e2 e3 e4'],
  ],
  [
    'a code that came in a popup is redeemed by a third tab, after the popup began another login',
    [
      `${ask('s1', pkce('v1'))} -> ${to('k1', 's1')} tab=2`,
      `${land('k1', 's1')} tab=2`,
      `${ask('s2', pkce('v2'))} -> ${to('k2', 's2')} tab=2`,
      `${land('k2', 's2')} tab=2`,
      `${redeem('k1', tokens('1'), '&code_verifier=v1')} tab=3`,
      `${redeem('k2', tokens('2'), '&code_verifier=v2')} tab=1`,
      `${refresh('r-1', tokens('3'))} tab=1`,
    ],
    ['succeeded e1 e2 e5 e7', 'succeeded e3 e4 e6'],
  ],
])('%s', (_, lines, expected) => {
  const found = flowsIn(lines.join('\n'));
  expect(
    found.map(({ flow, progress, parent }) =>
      [
        progress.outcome,
        ...new Set(flow.messages.map(({ exchange }) => exchange.id)),
        ...(parent === undefined ? [] : [`in ${parent}`]),
      ].join(' '),
    ),
  ).toEqual(expected);
});
