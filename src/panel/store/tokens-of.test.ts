import { expect, test } from 'vitest';
import { recordingOf } from '../../testing/recording-of.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { checkClaim } from './token-checks.ts';
import { tokensOf } from './tokens-of.ts';

const part = (value: object): string => btoa(JSON.stringify(value)).replace(/=+$/u, '');
const idToken = (claims: object): string =>
  `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg`;
const start = 1_800_000_000;

function login(claims: object): ReturnType<typeof recordingOf> {
  return recordingOf(
    fromTraceText(`
GET https://op.test/authorize?response_type=code&client_id=web&scope=openid&state=st4te-of-the-app&nonce=n0nce-of-the-app&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 302 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app
GET https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app -> 200 <p>App</p>
POST https://op.test/token grant_type=authorization_code&client_id=web&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 200 {"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","id_token":"${idToken(claims)}"}
GET https://op.test/userinfo [Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA] -> 200 {"sub":"248289761001"}
`),
  );
}

const good = {
  iss: 'https://op.test',
  sub: '248289761001',
  aud: 'web',
  nonce: 'n0nce-of-the-app',
  iat: start,
  exp: start + 600,
};

test('tokens are found where they are issued and where they are sent; equal values are one token', () => {
  const recording = login(good);
  const flow = recording.flows.value[0];
  const tokens = flow === undefined ? [] : tokensOf(flow, recording);
  expect(
    tokens.map(({ name, shape, sights }) => [
      name,
      shape,
      sights.map(({ how, number }) => `${how} ${number}`),
    ]),
  ).toEqual([
    ['access_token', 'opaque', ['issued 3', 'sent 4']],
    ['id_token', 'jwt', ['issued 3']],
  ]);
});

test('a token that the browser posts to the app is issued in the authorization response', () => {
  const recording = recordingOf(
    fromTraceText(`
GET https://op.test/authorize?response_type=code+id_token&response_mode=form_post&client_id=web&scope=openid&state=st4te-of-the-app&nonce=n0nce-of-the-app&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 200 <form method="post">
POST https://app.test/cb code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app&id_token=${idToken(good)} -> 200 <p>App</p>
POST https://op.test/token grant_type=authorization_code&client_id=web&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 200 {"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer"}
`),
  );
  const flow = recording.flows.value[0];
  const tokens = flow === undefined ? [] : tokensOf(flow, recording);
  expect(
    tokens.map(({ name, sights }) => [name, sights.map(({ how, number }) => `${how} ${number}`)]),
  ).toEqual([
    ['id_token', ['issued 2']],
    ['access_token', ['issued 3']],
  ]);
});

test.each([
  [{}, { nonce: true, aud: true, exp: true }],
  [{ nonce: 'another-n0nce-here' }, { nonce: false, aud: true, exp: true }],
  [{ aud: ['other'] }, { nonce: true, aud: false, exp: true }],
  [{ exp: start - 60 }, { nonce: true, aud: true, exp: false }],
])('an ID token with %j is checked while it stays masked', (change, expected) => {
  const recording = login({ ...good, ...change });
  const flow = recording.flows.value[0];
  if (flow === undefined) throw new Error('A login was expected.');
  const token = tokensOf(flow, recording).find(({ name }) => name === 'id_token');
  if (token === undefined) throw new Error('An ID token was expected.');
  const holds = (name: string): boolean | undefined => checkClaim(token, name, flow, recording)?.holds;
  expect({ nonce: holds('nonce'), aud: holds('aud'), exp: holds('exp') }).toEqual(expected);
});
