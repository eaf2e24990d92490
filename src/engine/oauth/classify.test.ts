import { describe, expect, test } from 'vitest';
import { kindsIn, messagesIn } from '../../testing/messages.ts';

const bearer = '[Authorization: Bearer t]';

describe('recognised', () => {
  test.each([
    ['preflight', 'OPTIONS https://op.test/token -> 204'],
    [
      'pushed_authorization_request',
      'POST https://op.test/par client_id=c&response_type=code -> 201 {"request_uri":"urn:x","expires_in":60}',
    ],
    [
      'pushed_authorization_request',
      'POST https://op.test/x client_id=c&response_type=code -> 400 {"error":"invalid_request"} kind=fetch',
    ],
    [
      'pushed_authorization_request',
      'POST https://op.test/x client_id=c&request=eyJhbGciOiJub25lIn0.eyJzdGF0ZSI6InMifQ. -> 201 {"request_uri":"urn:x"} kind=fetch',
    ],
    [
      'device_authorization',
      'POST https://op.test/x client_id=c&scope=a -> 200 {"device_code":"d","user_code":"u"} kind=fetch',
    ],
    ['device_authorization', 'POST https://op.test/oauth/device/code client_id=c -> ...'],
    ['introspection', 'POST https://op.test/x token=t -> 200 {"active":false} kind=fetch'],
    ['revocation', 'POST https://op.test/revoke token=t -> 200'],
    ['revocation', 'POST https://op.test/x token=t&token_type_hint=refresh_token -> 200 kind=fetch'],
    ['logout', 'GET https://op.test/x?post_logout_redirect_uri=https://app.test/ -> 302 https://app.test/'],
    ['logout', 'GET https://op.test/session/end?id_token_hint=i -> 200 <p>'],
    [
      'logout',
      'GET https://op.test/v2/logout?client_id=c&returnTo=https://app.test/ -> 302 https://app.test/',
    ],
    ['discovery', 'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test"}'],
    [
      'discovery',
      'GET https://op.test/.well-known/oauth-authorization-server/t1 -> 200 {"issuer":"https://op.test/t1"}',
    ],
    ['userinfo', `GET https://op.test/userinfo ${bearer} -> 200 {"sub":"u"}`],
    ['userinfo', `GET https://op.test/me ${bearer} -> 200 {"sub":"u"}`],
    ['resource_call', `GET https://api.test/rows ${bearer} -> 401`],
    ['resource_call', 'GET https://api.test/rows [Authorization: DPoP t] -> 403'],
    ['keys', 'GET https://op.test/jwks -> 200 {"keys":[{"kty":"RSA"}]}'],
  ])('%s', (kind, trace) => {
    expect(kindsIn(trace)).toEqual([kind]);
  });
});

describe('not recognised', () => {
  test.each([
    ['a page', 'GET https://app.test/ -> 200 <p>'],
    ['a script', 'GET https://app.test/keys.js -> 200 var keys = 1 kind=other'],
    ['a list of other keys', 'GET https://api.test/keys -> 200 {"keys":["a","b"]} kind=fetch'],
    [
      'a login form with a token of its own',
      'POST https://app.test/login token=csrf&user=u -> 302 https://app.test/',
    ],
    ['an API call that worked', `GET https://api.test/rows ${bearer} -> 200 []`],
    ['a refused call without a token', 'GET https://api.test/rows -> 403 kind=fetch'],
    ['a profile that is not asked with a token', 'GET https://api.test/me -> 200 {"sub":"u"} kind=fetch'],
    [
      'a metadata document without an issuer',
      'GET https://op.test/.well-known/openid-configuration -> 404 <p>',
    ],
    ['a logout of the app itself', 'GET https://app.test/logout -> 302 https://app.test/'],
    [
      'an API that has devices',
      'POST https://api.test/device/list client_id=c -> 200 {"devices":[]} kind=fetch',
    ],
  ])('%s', (_, trace) => {
    expect(kindsIn(trace)).toEqual([]);
  });
});

test('an endpoint is the URL without its query', () => {
  expect(messagesIn('POST https://op.test/revoke?x=1 token=t -> 200')[0]?.endpoint).toBe(
    'https://op.test/revoke',
  );
});
