import { describe, expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';

const ask =
  'GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s';
const request = `${ask} -> 200 <p>Sign in</p>`;
const answer = 'POST https://op.test/login user=u -> 302 https://app.test/cb?code=k&state=s';
const refused = 'POST https://op.test/login user=u -> 302 https://app.test/cb?error=access_denied&state=s';
const landing = 'GET https://app.test/cb?code=k&state=s';
const redeem = 'POST https://op.test/token grant_type=authorization_code&code=k';
const tokens = '200 {"access_token":"a","refresh_token":"r"}';
const login = [request, answer, `${landing} -> 200 <p>`, `${redeem} -> ${tokens}`];
const userinfo = 'GET https://op.test/userinfo [Authorization: Bearer a]';
const silent = `${ask}&prompt=none`;
const par = 'POST https://op.test/par client_id=c&response_type=code&state=s';
const device = 'POST https://op.test/device/code client_id=c';
const poll =
  'POST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=d';
const refresh = 'POST https://op.test/token grant_type=refresh_token&refresh_token=r';
const backchannel = 'POST https://op.test/token grant_type=urn:openid:params:grant-type:ciba&auth_req_id=r';
const attestation =
  'POST https://op.test/token grant_type=refresh_token&refresh_token=r -> 400 {"error":"use_attestation_challenge"}';
const dpop =
  'POST https://op.test/token grant_type=refresh_token&refresh_token=r -> 400 {"error":"use_dpop_nonce"}';

/** RFC 6749 §4.1, §6; RFC 8628 §3.5; RFC 9126 §2.3; RFC 9449 §8; OpenID Connect Core §3.1.2.6. */
const endings: readonly (readonly [string, readonly string[], string, string | undefined])[] = [
  ['a login whose code is redeemed', login, 'succeeded', undefined],
  ['one that reads userinfo', [...login, `${userinfo} -> 200 {"sub":"u"}`], 'succeeded', undefined],
  [
    'tokens in the fragment',
    [
      request,
      'POST https://op.test/login u=1 -> 302 https://app.test/cb#access_token=a&token_type=bearer&state=s',
    ],
    'succeeded',
    undefined,
  ],
  [
    'a first code refused, a second redeemed',
    [request, answer, `${redeem} -> 400 {"error":"invalid_grant"}`, `${redeem} -> ${tokens}`],
    'succeeded',
    undefined,
  ],
  [
    'a token call without a readable body',
    [...login.slice(0, 3), `${redeem} -> 200 unknown=responseBody`],
    'succeeded',
    undefined,
  ],
  ...['postmessage', 'storagerelay://https/app.test?id=auth1', 'urn:ietf:wg:oauth:2.0:oob'].map(
    (redirectUri) =>
      [
        `an answer that no redirect brings (${redirectUri})`,
        [request.replace('https://app.test/cb', encodeURIComponent(redirectUri))],
        'handed_to_server',
        undefined,
      ] as const,
  ),
  ['a refusal on the spot', [`${ask} -> 400 <p>invalid_client</p>`], 'failed', 'authorization_endpoint'],
  [
    'a server that cannot be reached',
    [`${ask} -> net::ERR_CONNECTION_REFUSED`],
    'failed',
    'authorization_endpoint',
  ],
  ['an error answer', [request, refused], 'failed', 'authorization_response'],
  [
    'a refused pushed request',
    [`${par} -> 400 {"error":"invalid_request"}`],
    'failed',
    'pushed_authorization_request',
  ],
  [
    'a refused code',
    [...login.slice(0, 3), `${redeem} -> 400 {"error":"invalid_grant"}`],
    'failed',
    'token_endpoint',
  ],
  [
    'a code that was redeemed and refused after that',
    [...login, `${redeem} -> 400 {"error":"invalid_grant"}`],
    'failed',
    'token_endpoint',
  ],
  [
    'a token call kept from the page',
    [...login.slice(0, 3), `${redeem} -> net::ERR_FAILED`],
    'failed',
    'token_endpoint',
  ],
  ['refused userinfo', [...login, `${userinfo} -> 401 {"error":"invalid_token"}`], 'failed', 'userinfo'],
  [
    'a code in the fragment that nothing redeems',
    [request, 'POST https://op.test/login u=1 -> 302 https://app.test/cb#code=k&state=s'],
    'abandoned',
    undefined,
  ],
  ['a login page that is left', [request], 'abandoned', undefined],
  [
    'a silent check that finds no session',
    [`${silent} -> 302 https://app.test/cb?error=login_required&state=s`],
    'abandoned',
    undefined,
  ],
  [
    'the same answer when the user was there',
    [`${ask} -> 302 https://app.test/cb?error=login_required&state=s`],
    'failed',
    'authorization_response',
  ],
  [
    'a device login',
    [
      `${device} -> 200 {"device_code":"d"}`,
      `${poll} -> 400 {"error":"authorization_pending"}`,
      `${poll} -> ${tokens}`,
    ],
    'succeeded',
    undefined,
  ],
  [
    'one that is refused',
    [
      `${device} -> 200 {"device_code":"d"}`,
      `${poll} -> 400 {"error":"authorization_pending"}`,
      `${poll} -> 400 {"error":"access_denied"}`,
    ],
    'failed',
    'token_endpoint',
  ],
  [
    'one that nobody finishes',
    [`${device} -> 200 {"device_code":"d"}`, `${poll} -> 400 {"error":"slow_down"}`],
    'abandoned',
    undefined,
  ],
  [
    'one that is refused at the start',
    [`${device} -> 401 {"error":"invalid_client"}`],
    'failed',
    'device_authorization',
  ],
  ['a refresh', [`${refresh} -> ${tokens}`], 'succeeded', undefined],
  ['a refresh with the nonce it was asked for', [dpop, `${refresh} -> ${tokens}`], 'succeeded', undefined],
  ['a retry that is asked for a nonce again', [dpop, dpop], 'failed', 'token_endpoint'],
  ['one that is asked for a challenge again', [attestation, attestation], 'failed', 'token_endpoint'],
  [
    'one that is asked for a challenge, then for a nonce',
    [attestation, dpop, `${refresh} -> ${tokens}`],
    'succeeded',
    undefined,
  ],
  [
    'a logout',
    ['GET https://op.test/logout?id_token_hint=i -> 302 https://app.test/'],
    'succeeded',
    undefined,
  ],
  [
    'a refused logout',
    ['GET https://op.test/logout?id_token_hint=i -> 400 {"error":"invalid_request"}'],
    'failed',
    'logout',
  ],
  [
    'a reload that is let in',
    [`${ask} -> 500 <p>Oops</p>`, request, answer, `${redeem} -> ${tokens}`],
    'succeeded',
    undefined,
  ],
  ['a reload that shows the login page', [`${ask} -> 500 <p>Oops</p>`, request], 'abandoned', undefined],
  [
    'a backchannel login',
    [
      'POST https://op.test/bc-authorize login_hint=u -> 200 {"auth_req_id":"r"}',
      `${backchannel} -> 400 {"error":"authorization_pending"}`,
      `${backchannel} -> ${tokens}`,
    ],
    'succeeded',
    undefined,
  ],
  [
    'a backchannel login whose app is called, which no browser sees',
    ['POST https://op.test/bc-authorize login_hint=u&client_notification_token=t -> 200 {"auth_req_id":"r"}'],
    'handed_to_server',
    undefined,
  ],
  [
    'one whose app is called and asks itself then',
    [
      'POST https://op.test/bc-authorize login_hint=u&client_notification_token=t -> 200 {"auth_req_id":"r"}',
      `${backchannel} -> 400 {"error":"access_denied"}`,
    ],
    'failed',
    'token_endpoint',
  ],
  [
    'a backchannel login that is refused',
    ['POST https://op.test/bc-authorize login_hint=u -> 400 {"error":"unknown_user_id"} kind=fetch'],
    'failed',
    'backchannel_authentication',
  ],
  [
    'a login through SAML',
    [
      request,
      'GET https://idp.test/sso?SAMLRequest=x -> 500 <p>invalid_client</p>',
      'POST https://op.test/acs SAMLResponse=x -> 302 https://app.test/cb?code=k&state=s',
      `${redeem} -> ${tokens}`,
    ],
    'succeeded',
    undefined,
  ],
];

describe('a recording ends with', () => {
  test.each(endings)('%s: %s', (_, lines, outcome, place) => {
    const flows = flowsIn(lines.join('\n'));
    expect(flows.map(({ progress }) => [progress.outcome, progress.failure?.place])).toEqual([
      [outcome, place],
    ]);
  });
});

describe('while time goes on', () => {
  test.each([
    ['a user reads the login page', [request], 60, 'in_progress'],
    ['the user went away', [request], 700, 'abandoned'],
    ['the callback has no answer yet', [request, answer, `${landing} -> ...`], 60, 'in_progress'],
    ['the page may still redeem the code', [request, answer, `${landing} -> 200 <p>`], 5, 'in_progress'],
    ['the page did not redeem the code', [request, answer, `${landing} -> 200 <p>`], 30, 'handed_to_server'],
    ['the token call has no answer yet', [...login.slice(0, 3), `${redeem} -> ...`], 5, 'in_progress'],
    ['the token call never got an answer', [...login.slice(0, 3), `${redeem} -> ...`], 100, 'abandoned'],
    [
      'a device polls',
      [`${device} -> 200 {"device_code":"d"}`, `${poll} -> 400 {"error":"authorization_pending"}`],
      10,
      'in_progress',
    ],
    ['a login that worked stays so', login, 10_000, 'succeeded'],
  ])('%s', (_, lines, now, outcome) => {
    expect(flowsIn(lines.join('\n'), now).map(({ progress }) => progress.outcome)).toEqual([outcome]);
  });
});

test('an answer that only looks like an error is named', () => {
  const [view] = flowsIn(`${silent} -> 302 https://app.test/cb?error=login_required&state=s`);
  expect(view?.progress.expected?.code).toBe('login_required');
});
