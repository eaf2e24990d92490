import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../testing/messages.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { classify } from './classify.ts';
import type { TokenRequest } from './message.ts';

function tokenRequestIn(trace: string): TokenRequest | undefined {
  return messagesIn(trace).find((message) => message.kind === 'token_request');
}

const good = '200 {"access_token":"a","token_type":"Bearer"}';
const device = 'urn:ietf:params:oauth:grant-type:device_code';

describe('a token request is', () => {
  test.each([
    [
      'authorization_code',
      `POST https://op.test/t grant_type=authorization_code&code=k -> ${good}`,
      'authorization_code',
    ],
    [
      'refresh_token',
      `POST https://op.test/t grant_type=refresh_token&refresh_token=r -> ${good}`,
      'refresh_token',
    ],
    [
      'client_credentials',
      `POST https://op.test/t grant_type=client_credentials -> ${good}`,
      'client_credentials',
    ],
    ['password', `POST https://op.test/t grant_type=password&username=u&password=p -> ${good}`, 'password'],
    ['device_code', `POST https://op.test/t grant_type=${device}&device_code=d -> ${good}`, device],
    [
      'token exchange',
      `POST https://op.test/t grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=t -> ${good}`,
      'urn:ietf:params:oauth:grant-type:token-exchange',
    ],
    [
      'JWT bearer',
      `POST https://op.test/t grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=t -> ${good}`,
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
    ],
    [
      'SAML bearer',
      `POST https://op.test/t grant_type=urn:ietf:params:oauth:grant-type:saml2-bearer&assertion=t -> ${good}`,
      'urn:ietf:params:oauth:grant-type:saml2-bearer',
    ],
    [
      'CIBA',
      `POST https://op.test/t grant_type=urn:openid:params:grant-type:ciba&auth_req_id=t -> ${good}`,
      'urn:openid:params:grant-type:ciba',
    ],
    ['an unknown URN', `POST https://op.test/t grant_type=urn:example:mfa -> ${good}`, 'urn:example:mfa'],
    [
      'a JSON body (Auth0)',
      `POST https://op.test/oauth/token {"grant_type":"authorization_code","code":"k"} -> ${good}`,
      'authorization_code',
    ],
    [
      'parameters in the query',
      `POST https://op.test/t?grant_type=refresh_token&refresh_token=r -> ${good} kind=fetch`,
      'refresh_token',
    ],
    [
      'a GET (old Facebook)',
      `GET https://op.test/oauth/access_token?client_id=c&client_secret=s&code=k -> ${good} kind=fetch`,
      'authorization_code',
    ],
    [
      'no grant_type, answered by tokens (GitHub)',
      `POST https://op.test/login/oauth/access_token client_id=c&code=k -> ${good} kind=fetch`,
      'authorization_code',
    ],
    [
      'no grant_type, refused with status 200 (GitHub)',
      'POST https://op.test/login/oauth/access_token client_id=c&code=k -> 200 {"error":"bad_verification_code"} kind=fetch',
      'authorization_code',
    ],
    [
      'no grant_type, refused with status 200 and a form (GitHub)',
      'POST https://op.test/login/oauth/access_token client_id=c&code=k -> 200 error=bad_verification_code&error_description=gone kind=fetch',
      'authorization_code',
    ],
    [
      'one without an answer',
      'POST https://op.test/t grant_type=authorization_code&code=k -> ...',
      'authorization_code',
    ],
  ])('%s', (_, trace, grantType) => {
    expect(tokenRequestIn(trace)?.grantType).toBe(grantType);
  });

  test('a multipart body', () => {
    const [exchange] = fromTraceText(`POST https://op.test/token x=1 -> ${good} kind=fetch`);
    if (exchange === undefined) throw new Error('no call');
    const text =
      '--b\r\nContent-Disposition: form-data; name="grant_type"\r\n\r\nclient_credentials\r\n--b--\r\n';
    const requestBody = {
      text,
      mediaType: 'multipart/form-data',
      fidelity: 'exact',
      cutFrom: undefined,
    } as const;
    const [message] = classify({ ...exchange, requestBody });
    expect(message).toMatchObject({ kind: 'token_request', grantType: 'client_credentials' });
  });

  test('JSON that is sent as a form', () => {
    const trace =
      'POST https://op.test/token {"grant_type":"authorization_code","code":"k"} -> 400 {"error":"invalid_request"}';
    expect(tokenRequestIn(trace)?.params.find('code')?.at.part).toBe('request_json');
  });
});

describe('no token request is', () => {
  test.each([
    ['a CORS preflight', 'OPTIONS https://op.test/token?grant_type=x -> 204'],
    ['a navigation with a code', 'GET https://app.test/token?code=k&state=s -> 200 <p>'],
    [
      'an API with a grant_type of its own',
      'POST https://api.test/rows {"grant_type":"money","code":"1"} -> 200 {"id":1}',
    ],
    ['a lookup of a code', 'GET https://api.test/countries?code=DE -> 200 {"name":"Germany"} kind=fetch'],
    [
      'a hop that repeats the request elsewhere',
      'POST http://op.test/token grant_type=authorization_code&code=k -> 307 https://op.test/token',
    ],
  ])('%s', (_, trace) => {
    expect(tokenRequestIn(trace)).toBeUndefined();
  });
});

describe('its answer', () => {
  const ask = 'POST https://op.test/token grant_type=authorization_code&code=k';
  test.each([
    ['tokens', `${ask} -> ${good}`, 'success', undefined],
    ['an id_token alone', `${ask} -> 200 {"id_token":"i"}`, 'success', undefined],
    ['a form', `${ask} -> 200 access_token=a&scope=repo`, 'success', undefined],
    [
      'a form in any order',
      `${ask} -> 200 token_type=bearer&scope=repo&access_token=a`,
      'success',
      undefined,
    ],
    ['a sentence that is no form', `${ask} -> 200 <p>see?access_token=a</p>`, 'error', undefined],
    [
      'an error in a form in any order',
      `${ask} -> 200 error_description=gone&error=invalid_grant`,
      'error',
      'invalid_grant',
    ],
    [
      'tokens in authed_user (Slack)',
      `${ask} -> 200 {"ok":true,"authed_user":{"access_token":"a"}}`,
      'success',
      undefined,
    ],
    ['an error', `${ask} -> 400 {"error":"invalid_grant"}`, 'error', 'invalid_grant'],
    ['an error with status 200', `${ask} -> 200 {"error":"invalid_grant"}`, 'error', 'invalid_grant'],
    ['an error in a form with status 200', `${ask} -> 200 error=invalid_grant`, 'error', 'invalid_grant'],
    ['a page with status 200', `${ask} -> 200 <p>Sign in</p>`, 'error', undefined],
    ['a redirect to a login page', `${ask} -> 302 https://op.test/login`, 'error', undefined],
    ['a server error', `${ask} -> 503`, 'error', undefined],
    ['no answer, with the browser’s reason', `${ask} -> net::ERR_FAILED`, 'no_answer', undefined],
    ['no answer yet', `${ask} -> ...`, 'unknown', undefined],
    ['success without its body', `${ask} -> 200 unknown=responseBody`, 'success', undefined],
    ['success with an empty body', `${ask} -> 200`, 'unknown', undefined],
  ])('%s', (_, trace, answer, code) => {
    const request = tokenRequestIn(trace);
    expect({ answer: request?.answer, code: request?.error?.code }).toEqual({ answer, code });
  });

  test('may hold all three tokens', () => {
    const request = tokenRequestIn(`${ask} -> 200 {"access_token":"a","refresh_token":"r","id_token":"i"}`);
    expect(request?.tokens).toMatchObject({ accessToken: 'a', refreshToken: 'r', idToken: 'i' });
  });
});
