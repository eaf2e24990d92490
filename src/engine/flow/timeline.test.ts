import { describe, expect, test } from 'vitest';
import { flowsIn, stepsOf } from '../../testing/flows.ts';
import { loginTrace, type LoginPlan } from '../../testing/login-trace.ts';
import { traceStart } from '../../testing/trace-text.ts';

const plan: LoginPlan = {
  name: 'a',
  tab: 1,
  redeemedIn: 1,
  at: 0,
  pace: 1,
  pushed: false,
  pkce: true,
  constant: false,
  equalCodes: false,
  loginPages: false,
  refreshes: 0,
  userinfo: false,
  fails: false,
};

const ask =
  'GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s';
const answer = 'https://app.test/cb?code=k&state=s';
const redeem =
  'POST https://op.test/token grant_type=authorization_code&code=k&redirect_uri=https://app.test/cb';
const device = 'POST https://op.test/device/code client_id=c -> 200 {"device_code":"d"}';
const poll =
  'POST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=d';
const pending = `${poll} -> 400 {"error":"authorization_pending"}`;
const refresh = 'POST https://op.test/token grant_type=refresh_token&refresh_token=r';

const steps = (trace: string): readonly string[] => flowsIn(trace).map(stepsOf);

describe('the steps of', () => {
  test.each([
    ['a login', loginTrace(plan), 'Authorization request > Authorization response > Token request'],
    [
      'a login through the server’s own pages',
      loginTrace({ ...plan, loginPages: true }),
      'Authorization request +2 > Authorization response > Token request',
    ],
    [
      'a pushed login that is refreshed',
      loginTrace({ ...plan, pushed: true, userinfo: true, refreshes: 2 }),
      'Pushed authorization request > Authorization request > Authorization response > Token request > UserInfo request > Refresh > Refresh',
    ],
    [
      'a login that fails',
      loginTrace({ ...plan, fails: true }),
      'Authorization request > Authorization response > Token request!',
    ],
    [
      'a callback that is loaded twice',
      [`${ask} -> 302 ${answer}`, `GET ${answer} -> 200 <p>`, `GET ${answer} -> 200 <p>`].join('\n'),
      'Authorization request > Authorization response > Callback loaded again',
    ],
    [
      'a callback that fails on the server',
      [`${ask} -> 302 ${answer}`, `GET ${answer} -> 500 <p>`].join('\n'),
      'Authorization request > Authorization response > Callback of the app!',
    ],
    [
      'a device login that polls',
      [device, pending, pending, `${poll} -> 200 {"access_token":"a"}`].join('\n'),
      'Device authorization > Token request ×3',
    ],
    [
      'one that still polls',
      [device, pending, pending].join('\n'),
      'Device authorization > Token request ×2',
    ],
    [
      'a refresh whose nonce was asked for',
      [`${refresh} -> 400 {"error":"use_dpop_nonce"}`, `${refresh} -> 200 {"access_token":"a"}`].join('\n'),
      'Refresh ×2',
    ],
    [
      'a refresh whose attestation lacked the challenge',
      [
        `${refresh} -> 400 {"error":"use_attestation_challenge"}`,
        `${refresh} -> 200 {"access_token":"a"}`,
      ].join('\n'),
      'Refresh ×2',
    ],
    [
      'a silent check without a session',
      `${ask}&prompt=none -> 302 https://app.test/cb?error=login_required&state=s`,
      'Authorization request > Authorization response',
    ],
    [
      'a refused API call',
      [
        `${redeem} -> 200 {"access_token":"a"}`,
        'GET https://api.test/x [Authorization: Bearer a] -> 403',
      ].join('\n'),
      'Token request > Refused API call',
    ],
    [
      'a login through SAML',
      [
        `${ask} -> 302 https://idp.test/`,
        'GET https://idp.test/sso?SAMLRequest=x -> 200 <p>',
        `POST https://op.test/acs SAMLResponse=x -> 302 ${answer}`,
      ].join('\n'),
      'Authorization request > SAML login > SAML login > Authorization response',
    ],
    [
      'a login started by another site',
      [
        `GET https://app.test/start?iss=https://op.test&target_link_uri=https://app.test/x -> 302 https://op.test/`,
        `${ask} -> 302 ${answer}`,
      ].join('\n'),
      'Login started by another site > Authorization request > Authorization response',
    ],
    [
      'a logout that tells other apps',
      [
        'GET https://op.test/logout?id_token_hint=i -> 200 <p>',
        'GET https://app.test/out?iss=https://op.test&sid=1 -> 200 kind=frame frame=4',
      ].join('\n'),
      'Logout request > Front-channel logout',
    ],
    [
      'a code that the page hands to its server',
      [
        `${ask} -> 302 https://app.test/cb?code=k123&state=s`,
        'GET https://app.test/cb?code=k123&state=s -> 200 <p>',
        'POST https://app.test/api {"code":"k123"} -> 500',
      ].join('\n'),
      'Authorization request > Authorization response > Code handed to the app’s server!',
    ],
  ])('%s', (_, trace, expected) => {
    expect(steps(trace)).toEqual([expected]);
  });
});

test('who speaks to whom', () => {
  const [view] = flowsIn(loginTrace({ ...plan, redeemedIn: 'server' }));
  expect(view?.timeline.steps.map(({ from, to }) => `${from} > ${to}`)).toEqual([
    'browser > authorization_server',
    'authorization_server > app',
    'server_of_app > authorization_server',
  ]);
});

test('a server tells an app that a session is over', () => {
  const [view] = flowsIn('POST https://app.test/out logout_token=e.e.e -> 200 tab=none kind=other');
  expect(view?.timeline.steps).toMatchObject([
    { label: 'Back-channel logout', from: 'authorization_server', to: 'server_of_app', failed: false },
  ]);
});

test('an answer stands at the time it came, with the authority that gave it', () => {
  const [view] = flowsIn(loginTrace(plan));
  const response = view?.timeline.steps[1];
  expect(response).toMatchObject({ exchange: 'a-1', at: traceStart + 27, authority: { host: 'op.test' } });
});

test('every exchange is listed once, preflights included, in order of time', () => {
  const [view] = flowsIn(loginTrace({ ...plan, loginPages: true }));
  expect(view?.timeline.exchanges.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `a-${n}`));
});

describe('a preflight belongs to its call and to no other:', () => {
  const token = 'https://op.test/token';
  const before = (more = ''): string =>
    `OPTIONS ${token} [Access-Control-Request-Method: POST] -> 204 tab=1 ${more}`;
  const call = (more = ''): string =>
    `POST ${token} grant_type=client_credentials&client_id=c -> 200 {"access_token":"a"} tab=1 ${more}`;

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['two equal calls, one after the other', [before(), call(), before(), call()], ['e1 e2', 'e3 e4']],
    ['two equal calls at once', [before(), before(), call(), call()], ['e1 e3', 'e2 e4']],
    ['the second without one, for the browser remembers', [before(), call(), call()], ['e1 e2', 'e3']],
    ['one whose call was never seen', [before(), before(), call()], ['e2 e3']],
    ['another tab’s', [before().replace('tab=1', 'tab=2'), call()], ['e2']],
    ['another method’s', [before().replace('POST', 'PUT'), call()], ['e2']],
    ['half a minute before', [`${before()} @0s`, `${call()} @31s`], ['e2']],
  ])('%s', (_, lines, expected) => {
    const views = flowsIn(lines.join('\n'));
    expect(views.map(({ timeline }) => timeline.exchanges.map(({ id }) => id).join(' '))).toEqual(expected);
  });
});
