import { describe, expect, test } from 'vitest';
import { messagesIn, unsignedJwt } from '../../testing/messages.ts';
import type { ClientAuthentication } from './client-authentication.ts';

function authenticationOf(request: string): ClientAuthentication | undefined {
  const [message] = messagesIn(`POST https://op.test/token ${request} -> 200 {"access_token":"a"}`);
  return message?.kind === 'token_request' ? message.authentication : undefined;
}

const basic = (text: string): string =>
  `[Authorization: Basic ${Buffer.from(text).toString('base64')}] grant_type=client_credentials`;
const assertion = (alg: string): string =>
  `grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=${unsignedJwt({ iss: 'c', sub: 'c' }, { alg })}`;

describe('the method a client authenticates by', () => {
  test.each([
    ['none', 'grant_type=authorization_code&code=k&client_id=c', [], 'c'],
    ['client_secret_basic', basic('c:s'), ['client_secret_basic'], 'c'],
    [
      'client_secret_post',
      'grant_type=client_credentials&client_id=c&client_secret=s',
      ['client_secret_post'],
      'c',
    ],
    ['client_secret_jwt', assertion('HS256'), ['client_secret_jwt'], 'c'],
    ['private_key_jwt', assertion('ES256'), ['private_key_jwt'], 'c'],
    [
      'attest_jwt_client_auth',
      '[OAuth-Client-Attestation: e.e.e] grant_type=client_credentials&client_id=c',
      ['attest_jwt_client_auth'],
      'c',
    ],
    [
      'another method beside an attestation',
      '[OAuth-Client-Attestation: e.e.e] grant_type=client_credentials&client_id=c&client_secret=s',
      ['client_secret_post'],
      'c',
    ],
    [
      'two at once',
      `${basic('c:s')}&client_id=c&client_secret=s`,
      ['client_secret_basic', 'client_secret_post'],
      'c',
    ],
    [
      'an empty secret in the body is none',
      'grant_type=client_credentials&client_id=c&client_secret=',
      [],
      'c',
    ],
    [
      'a bearer token is none',
      '[Authorization: Bearer t] grant_type=client_credentials&client_id=c',
      [],
      'c',
    ],
    [
      'another scheme whose name begins alike is none',
      '[Authorization: Basics eDp5] grant_type=client_credentials',
      [],
      undefined,
    ],
  ])('%s', (_, request, methods, clientId) => {
    expect(authenticationOf(request)).toMatchObject({ methods, clientId });
  });
});

describe('a Basic header', () => {
  test.each([
    ['is decoded as a form (RFC 6749 §2.3.1)', basic('a%3Ab:s%26'), 'a:b', undefined],
    ['is cut at its first colon', basic('c:s:t'), 'c', undefined],
    [
      'may be redacted',
      '[Authorization: Basic ‹basic·a1·20 chars›] grant_type=client_credentials',
      undefined,
      undefined,
    ],
    ['may be no base64', '[Authorization: Basic c:s] grant_type=client_credentials', undefined, 'not_base64'],
    ['may lack the colon', basic('client'), undefined, 'no_colon'],
    ['may end with a line break', basic('c:s\n'), 'c', 'white_space'],
    ['may have white space around the id', basic('c :s'), 'c ', 'white_space'],
    ['may have letters beyond ASCII', basic('c:pä'), 'c', 'not_form_encoded'],
    [
      'may have them in another encoding',
      '[Authorization: Basic YzpwOuQ=] grant_type=client_credentials',
      'c',
      'not_form_encoded',
    ],
    ['may have an empty secret', basic('c:'), 'c', 'empty_secret'],
  ])('%s', (_, request, clientId, basicFault) => {
    expect(authenticationOf(request)).toMatchObject({ clientId, basicFault });
  });
});

test('each method is pointed to', () => {
  expect(authenticationOf(`${basic('c:s')}&client_secret=s`)?.at).toEqual([
    { exchange: 'e1', part: 'request_header', name: 'authorization' },
    { exchange: 'e1', part: 'form', name: 'client_secret' },
  ]);
});
