import { describe, expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';
import { unsignedJwt } from '../../testing/messages.ts';
import { s256 } from '../oauth/pkce.ts';

const authorize = 'https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb';
const token = 'POST https://op.test/token';
const good = '200 {"access_token":"a","refresh_token":"r"}';
const refresh = (used: string, issued: string, more = ''): string =>
  `${token} grant_type=refresh_token&refresh_token=${used} -> 200 {"access_token":"a-${issued}","refresh_token":"${issued}"} ${more}`;

/** The ids of each flow's messages, one flow a string. */
const flowsOf = (...lines: readonly string[]): readonly string[] =>
  flowsIn(lines.join('\n')).map(({ flow }) =>
    [...new Set(flow.messages.map(({ exchange }) => exchange.id))].toSorted().join(' '),
  );

describe('one flow is', () => {
  test.each<readonly [string, readonly string[]]>([
    [
      'a login and the frame of its server that the app asks about the session',
      [
        `GET ${authorize}&state=s -> 302 https://app.test/cb?code=k&state=s`,
        `${token} grant_type=authorization_code&code=k -> ${good}`,
        'GET https://op.test/connect/checksession -> 200 <p> kind=frame',
      ],
    ],
    [
      'a code that is delivered in a popup and redeemed by its opener',
      [
        `GET ${authorize}&state=s -> 302 https://app.test/cb?code=k&state=s tab=2`,
        'GET https://app.test/cb?code=k&state=s -> 200 <p> tab=2',
        `${token} grant_type=authorization_code&code=k -> ${good} tab=1`,
      ],
    ],
    [
      'a code that a back end redeems, in another recording with another clock',
      [
        `GET ${authorize}&state=s -> 302 https://app.test/cb?code=k&state=s @100s`,
        `${token} grant_type=authorization_code&code=k -> ${good} source=backend tab=none @3s`,
      ],
    ],
    [
      'an altered code that is redeemed with the right verifier',
      [
        `GET ${authorize}&state=s&code_challenge=${s256('v')}&code_challenge_method=S256 -> 302 https://app.test/cb?code=k&state=s`,
        `${token} grant_type=authorization_code&code=K&code_verifier=v -> 400 {"error":"invalid_grant"} tab=none`,
      ],
    ],
    [
      'an altered code without PKCE, redeemed at once in the same tab',
      [
        `GET ${authorize}&state=s -> 302 https://app.test/cb?code=k&state=s`,
        `${token} grant_type=authorization_code&code=K&redirect_uri=https://app.test/cb -> 400 {"error":"invalid_grant"}`,
      ],
    ],
    [
      'an answer with the wrong state, in the frame that asked',
      [
        `GET ${authorize}&state=s -> 200 <p>`,
        'POST https://op.test/login u=1 -> 302 https://app.test/cb?code=k&state=other',
      ],
    ],
    [
      'an answer whose redirect_uri differs by a slash',
      [
        `GET ${authorize}&state=s -> 200 <p>`,
        'POST https://op.test/login u=1 -> 302 https://app.test/cb/?code=k',
      ],
    ],
    [
      'an id_token that carries the nonce',
      [
        'GET https://op.test/authorize?client_id=c&response_type=id_token&nonce=n -> 200 <p>',
        `POST https://op.test/login u=1 -> 302 https://app.test/cb#id_token=${unsignedJwt({ nonce: 'n' })} tab=2`,
      ],
    ],
    [
      'a pushed request, and the authorization request that names it',
      [
        'POST https://op.test/par client_id=c&response_type=code&state=s -> 201 {"request_uri":"urn:x"} source=backend tab=none',
        'GET https://op.test/authorize?client_id=c&request_uri=urn:x -> 302 https://app.test/cb?code=k&state=s',
      ],
    ],
    [
      'a pushed request that is sent again with a nonce',
      [
        `POST https://op.test/par client_id=c&response_type=code&state=s&nonce=n -> 400 {"error":"use_dpop_nonce"} tab=none`,
        'POST https://op.test/par client_id=c&response_type=code&state=s&nonce=n -> 201 {"request_uri":"urn:x"} tab=none',
        'GET https://op.test/authorize?client_id=c&request_uri=urn:x -> 200 <p>',
      ],
    ],
    [
      'a chain of refreshes, in whatever tabs',
      [
        `${token} grant_type=authorization_code&code=k -> ${good}`,
        refresh('r', 'r1'),
        refresh('r1', 'r2', 'tab=2'),
        refresh('r2', 'r3', 'tab=3'),
      ],
    ],
    [
      'two tabs that race with one refresh token',
      [
        `${token} grant_type=authorization_code&code=k -> ${good}`,
        refresh('r', 'r1', 'tab=2'),
        `${token} grant_type=refresh_token&refresh_token=r -> 400 {"error":"invalid_grant"} tab=3`,
      ],
    ],
    [
      'a refresh token that is used twice, its issue unseen',
      [
        refresh('r', 'r1'),
        `${token} grant_type=refresh_token&refresh_token=r -> 400 {"error":"invalid_grant"} tab=2`,
      ],
    ],
    [
      'a token that is used, refused, revoked and looked up',
      [
        `${token} grant_type=authorization_code&code=k -> ${good}`,
        'GET https://op.test/userinfo [Authorization: Bearer a] -> 200 {"sub":"u"}',
        'GET https://api.test/x [Authorization: Bearer a] -> 401 tab=5',
        'POST https://op.test/revoke token=r -> 200',
        'POST https://op.test/introspect token=a -> 200 {"active":false} tab=none',
      ],
    ],
    [
      'a device login and its polls',
      [
        'POST https://op.test/device/code client_id=c -> 200 {"device_code":"d"}',
        `${token} grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=d -> 400 {"error":"authorization_pending"}`,
        `${token} grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=d -> ${good}`,
      ],
    ],
    [
      'a request that the login page repeats',
      [
        `GET ${authorize}&state=s -> 302 ${authorize}&state=s&from=login`,
        `GET ${authorize}&state=s&from=login -> 200 <p>`,
        'POST https://op.test/login u=1 -> 302 https://app.test/cb?code=k&state=s',
      ],
    ],
    [
      'a request without state that is reloaded',
      [`GET ${authorize} -> 200 <p>`, `GET ${authorize} -> 200 <p>`],
    ],
  ])('%s', (_, lines) => {
    expect(flowsOf(...lines)).toEqual([lines.map((__, index) => `e${index + 1}`).join(' ')]);
  });
});

describe('two flows are', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'two logins of one client in two tabs, interleaved',
      [
        `GET ${authorize}&state=s1 -> 200 <p> tab=1`,
        `GET ${authorize}&state=s2 -> 200 <p> tab=2`,
        'POST https://op.test/login u=1 -> 302 https://app.test/cb?code=k2&state=s2 tab=2',
        'POST https://op.test/login u=1 -> 302 https://app.test/cb?code=k1&state=s1 tab=1',
        `${token} grant_type=authorization_code&code=k2 -> ${good} tab=1`,
        `${token} grant_type=authorization_code&code=k1 -> ${good} tab=1`,
      ],
      ['e1 e4 e6', 'e2 e3 e5'],
    ],
    [
      'two logins whose state is a constant',
      [
        `GET ${authorize}&state=x -> 302 https://app.test/cb?code=k1&state=x`,
        `${token} grant_type=authorization_code&code=k1 -> ${good}`,
        `GET ${authorize}&state=x -> 302 https://app.test/cb?code=k2&state=x`,
        `${token} grant_type=authorization_code&code=k2 -> 200 {"access_token":"b"}`,
      ],
      ['e1 e2', 'e3 e4'],
    ],
    [
      'two logins without state in two tabs',
      [
        `GET ${authorize} -> 200 <p> tab=1`,
        `GET ${authorize} -> 200 <p> tab=2`,
        'POST https://op.test/login u=1 -> 302 https://app.test/cb?code=k1 tab=1',
      ],
      ['e1 e3', 'e2'],
    ],
    [
      'two client_credentials requests',
      [
        `${token} grant_type=client_credentials&client_id=c -> ${good}`,
        `${token} grant_type=client_credentials&client_id=c -> 200 {"access_token":"b"}`,
      ],
      ['e1', 'e2'],
    ],
    [
      'two logins at two servers, and the session frame of the first',
      [
        `GET ${authorize}&state=s1 -> 200 <p>`,
        `GET ${authorize.replace('op.test', 'other.test')}&state=s2 -> 200 <p>`,
        'GET https://op.test/connect/checksession -> 200 <p> kind=frame',
      ],
      ['e1 e3', 'e2'],
    ],
    [
      'a login and an old code in its tab',
      [
        `GET ${authorize}&state=s -> 200 <p>`,
        `${token} grant_type=authorization_code&code=old&redirect_uri=https://app.test/cb -> 400 {"error":"invalid_grant"}`,
      ],
      ['e1', 'e2'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(flowsOf(...lines)).toEqual(expected);
  });
});

describe('no flow is', () => {
  test.each([
    ['a page with a code of another kind', 'GET https://shop.test/?code=SUMMER -> 200 <p>'],
    ['an image with a code and a state', 'GET https://stats.test/px?code=k&state=s -> 200 kind=other'],
    ['an API call that was refused', 'GET https://api.test/x [Authorization: Bearer t] -> 401'],
    [
      'a metadata document',
      'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test"}',
    ],
    ['a preflight', 'OPTIONS https://op.test/token -> 204'],
  ])('%s', (_, line) => {
    expect(flowsOf(line)).toEqual([]);
  });
});
