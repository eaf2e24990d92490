import { describe, expect, test } from 'vitest';
import { kindsIn, messagesIn, unsignedJwt } from '../../testing/messages.ts';
import type { AuthorizationRequest } from './message.ts';

const asked = 'client_id=c&redirect_uri=https://app.test/cb&state=s';
const object = unsignedJwt({ client_id: 'c', response_type: 'code', state: 'inner', max_age: 60 });

function requestIn(trace: string): AuthorizationRequest | undefined {
  return messagesIn(trace).find((message) => message.kind === 'authorization_request');
}

describe('an authorization request is', () => {
  test.each([
    [
      'a navigation with client_id and response_type',
      `GET https://op.test/x?response_type=code&${asked} -> 200 <p>`,
    ],
    ['every response type', `GET https://op.test/x?response_type=code+id_token+token&${asked} -> 200 <p>`],
    [
      'a POST (OpenID Connect Core §3.1.2.1)',
      `POST https://op.test/x response_type=code&${asked} -> 200 <p>`,
    ],
    [
      'one in an iframe',
      `GET https://op.test/x?response_type=code&prompt=none&${asked} -> 200 <p> kind=frame`,
    ],
    [
      'one by request_uri without a response_type (RFC 9126 §4)',
      'GET https://op.test/x?client_id=c&request_uri=urn:x -> 200 <p>',
    ],
    ['one by request object (RFC 9101 §5)', `GET https://op.test/x?client_id=c&request=${object} -> 200 <p>`],
    [
      'one without response_type at a telling path',
      `GET https://op.test/login/oauth/authorize?${asked} -> 200 <p>`,
    ],
    [
      'one that is fetched, which is a mistake worth seeing',
      `GET https://op.test/x?response_type=code&${asked} -> 200 <p> kind=fetch`,
    ],
  ])('%s', (_, trace) => {
    expect(kindsIn(trace)).toEqual(['authorization_request']);
  });
});

describe('no authorization request is', () => {
  test.each([
    ['a link without a client', 'GET https://op.test/x?response_type=code&state=s -> 200 <p>'],
    ['a response type that is none', 'GET https://op.test/x?client_id=c&response_type=json -> 200 <p>'],
    ['a page with a client_id', 'GET https://op.test/clients?client_id=c -> 200 <p>'],
    ['a telling path without a redirect_uri', 'GET https://op.test/oauth?client_id=c -> 200 <p>'],
    ['a CORS preflight', `OPTIONS https://op.test/x?response_type=code&${asked} -> 204`],
    [
      'a form sent by a script',
      `POST https://op.test/x response_type=code&${asked}&grant_type=implicit -> 200 {}`,
    ],
  ])('%s', (_, trace) => {
    expect(kindsIn(trace)).not.toContain('authorization_request');
  });

  test('an error page that repeats the parameters', () => {
    expect(kindsIn(`GET https://op.test/authorize?error=access_denied&${asked} -> 200 <p>`)).toEqual([]);
  });
});

test('the claims of a request object stand before the query (RFC 9101 §6.3)', () => {
  const request = requestIn(`GET https://op.test/x?client_id=c&state=outer&request=${object} -> 200 <p>`);
  expect(request?.carrier).toBe('request_object');
  expect(request?.params.get('state')).toBe('inner');
  expect(request?.params.get('max_age')).toBe('60');
  expect(request?.params.find('state')?.at).toEqual({ exchange: 'e1', part: 'query', name: 'request' });
});

test.each([
  ['plain', 'response_type=code&'],
  ['by_reference', 'request_uri=urn:ietf:params:oauth:request_uri:x&'],
  ['hidden_request_object', 'request=eyJh.a.b.c.d&'],
])('its parameters stand: %s', (carrier, parameters) => {
  expect(requestIn(`GET https://op.test/x?${parameters}${asked} -> 200 <p>`)?.carrier).toBe(carrier);
});

describe('a refusal on the spot', () => {
  const ask = `GET https://op.test/authorize?response_type=code&${asked}`;
  test.each([
    ['is read from the page', `${ask} -> 400 <p>invalid_redirect_uri</p>`, 'invalid_redirect_uri'],
    ['is read from JSON', `${ask} -> 400 {"error":"invalid_client"}`, 'invalid_client'],
    ['may say nothing', `${ask} -> 500 <p>Oops</p>`, undefined],
  ])('%s', (_, trace, code) => {
    expect(requestIn(trace)?.error).toMatchObject({ code });
  });

  test.each([
    ['a login page', `${ask} -> 200 <p>Sign in. invalid_client</p>`],
    ['a redirect', `${ask} -> 302 https://app.test/cb?error=access_denied&state=s`],
    ['no answer', `${ask} -> ...`],
  ])('is not seen in %s', (_, trace) => {
    expect(requestIn(trace)?.error).toBeUndefined();
  });
});
