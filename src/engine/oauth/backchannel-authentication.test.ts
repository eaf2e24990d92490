import { expect, test } from 'vitest';
import { kindsIn, messagesIn, unsignedJwt } from '../../testing/messages.ts';

/** A signed authentication request (CIBA Core §7.1.1). */
const signed = unsignedJwt({ iss: 'c', aud: 'https://op.test', scope: 'openid', login_hint: 'u' });
/** A signed authorization request. */
const pushed = unsignedJwt({ client_id: 'c', response_type: 'code', login_hint: 'u', scope: 'openid' });
const encrypted = 'eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d';

test.each([
  [
    'backchannel_authentication',
    'POST https://op.test/x login_hint=u&scope=openid -> 200 {"auth_req_id":"r"} kind=fetch',
  ],
  [
    'backchannel_authentication',
    'POST https://op.test/bc-authorize login_hint=u -> 401 {"error":"invalid_client"} kind=fetch',
  ],
  [
    'backchannel_authentication',
    'POST https://op.test/x login_hint_token=t&scope=openid -> 200 {"auth_req_id":"r"} kind=fetch',
  ],
  [
    'backchannel_authentication',
    'POST https://op.test/x id_token_hint=t&scope=openid -> 200 {"auth_req_id":"r"} kind=fetch',
  ],
  [
    'backchannel_authentication',
    `POST https://op.test/x client_id=c&request=${signed} -> 200 {"auth_req_id":"r"} kind=fetch`,
  ],
  [
    'backchannel_authentication',
    `POST https://op.test/x request=${signed} -> 200 {"auth_req_id":"r"} kind=fetch`,
  ],
  [
    'backchannel_authentication',
    `POST https://op.test/x request=${signed} -> 400 {"error":"unauthorized_client"} kind=fetch`,
  ],
  [
    'backchannel_authentication',
    `POST https://op.test/x request=${encrypted} -> 200 {"auth_req_id":"r"} kind=fetch`,
  ],
  [
    'backchannel_authentication',
    `POST https://op.test/bc-authorize client_id=c&request=${encrypted} -> 401 kind=fetch`,
  ],
  [
    'pushed_authorization_request',
    `POST https://op.test/x client_id=c&request=${pushed} -> 400 {"error":"invalid_request"} kind=fetch`,
  ],
  [
    'pushed_authorization_request',
    `POST https://op.test/x request=${pushed} -> 201 {"request_uri":"urn:x"} kind=fetch`,
  ],
  [
    'pushed_authorization_request',
    `POST https://op.test/x client_id=c&request=${signed} -> 201 {"request_uri":"urn:x"} kind=fetch`,
  ],
])('%s: %s', (kind, trace) => {
  expect(kindsIn(trace)).toEqual([kind]);
});

test('a signed request of another kind is none', () => {
  const other = unsignedJwt({ iss: 'c', scope: 'a' });
  expect(kindsIn(`POST https://api.test/x request=${other} -> 200 {} kind=fetch`)).toEqual([]);
});

test('the claims of a signed authentication request are its parameters', () => {
  const [message] = messagesIn(
    `POST https://op.test/x request=${signed} -> 200 {"auth_req_id":"r"} kind=fetch`,
  );
  expect(message).toMatchObject({ kind: 'backchannel_authentication', authReqId: 'r', error: undefined });
  expect(message?.params.find('login_hint')).toMatchObject({
    value: 'u',
    at: { exchange: 'e1', part: 'form', name: 'request' },
  });
});
