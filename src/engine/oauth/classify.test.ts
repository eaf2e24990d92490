import { describe, expect, test } from 'vitest';
import { kindsIn, messagesIn, unsignedJwt } from '../../testing/messages.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { classify } from './classify.ts';

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
    ['logout', 'GET https://op.test/v2/logout?client_id=c -> 302 https://app.test/'],
    ['discovery', 'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test"}'],
    [
      'logout',
      'POST https://op.test/session/end id_token_hint=i&post_logout_redirect_uri=https://app.test/ -> 302 https://app.test/',
    ],
    [
      'logout',
      'GET https://op.test/logout?client_id=c&logout_uri=https://app.test/ -> 302 https://app.test/',
    ],
    [
      'discovery',
      'GET https://op.test/t1/.well-known/openid-configuration -> 200 {"issuer":"https://op.test/t1"}',
    ],
    [
      'discovery',
      'GET https://op.test/t1/.well-known/oauth-authorization-server -> 200 {"issuer":"https://op.test/t1"}',
    ],
    ['discovery', 'GET https://op.test/.well-known/openid-configuration -> 404 <p>'],
    [
      'discovery',
      'GET https://op.test/.well-known/oauth-authorization-server/t1 -> 200 {"issuer":"https://op.test/t1"}',
    ],
    ['resource_call', `GET https://api.test/rows ${bearer} -> 401`],
    ['resource_call', 'GET https://api.test/rows [Authorization: DPoP t] -> 403'],
    ['resource_call', 'POST https://api.test/rows access_token=t -> 401 kind=fetch'],
    [
      'resource_call',
      'GET https://api.test/rows -> 401 [WWW-Authenticate: Bearer resource_metadata="https://api.test/m"] kind=fetch',
    ],
    [
      'registration',
      'POST https://op.test/register {"redirect_uris":["https://app.test/cb"]} -> 201 {"client_id":"c"} kind=fetch',
    ],
    [
      'registration',
      'POST https://op.test/x {"redirect_uris":[],"software_statement":"s"} -> 400 {"error":"invalid_redirect_uri"} kind=fetch',
    ],
    [
      'registration',
      'POST https://op.test/register {"grant_types":["client_credentials"]} -> 400 {"error":"invalid_client_metadata"} kind=fetch',
    ],
    [
      'registration',
      'PUT https://op.test/register/c {"client_id":"c","redirect_uris":["x"]} -> 400 {"error":"invalid_redirect_uri"} kind=fetch',
    ],
    ['revocation', 'POST https://op.test/oauth/revoke {"client_id":"c","token":"t"} -> 200 kind=fetch'],
    [
      'resource_call',
      `GET https://api.test/rows ${bearer} -> 400 [WWW-Authenticate: Bearer error="invalid_request"]`,
    ],
    [
      'logout',
      `POST https://app.test/backchannel logout_token=${unsignedJwt({ sid: '1' })} -> 200 tab=none kind=other`,
    ],
    [
      'resource_metadata',
      'GET https://api.test/.well-known/oauth-protected-resource/v1 -> 200 {"resource":"https://api.test/v1"}',
    ],
    ['front_channel_logout', 'GET https://app.test/out?iss=https://op.test&sid=1 -> 200 kind=frame'],
    [
      'initiated_login',
      'GET https://app.test/start?iss=https://op.test&login_hint=u -> 302 https://app.test/',
    ],
    [
      'initiated_login',
      'POST https://app.test/start iss=https://op.test&target_link_uri=https://app.test/page -> 302 https://app.test/',
    ],
    [
      'initiated_login',
      'POST https://tool.test/lti iss=https://lms.test&client_id=c&login_hint=u&target_link_uri=https://tool.test/ -> 302 https://tool.test/',
    ],
    ['fedcm', 'GET https://idp.test/.well-known/web-identity -> 200 {"provider_urls":[]} kind=other'],
    [
      'fedcm',
      'GET https://idp.test/accounts [Sec-Fetch-Dest: webidentity] -> 200 {"accounts":[{"id":"u"}]} kind=other',
    ],
    [
      'fedcm',
      'POST https://idp.test/assert [Sec-Fetch-Dest: webidentity] account_id=u&client_id=c -> 200 {"token":"t"} kind=other',
    ],
    [
      'fedcm',
      'POST https://idp.test/assert [Sec-Fetch-Dest: webidentity] account_id=u&client_id=c -> 200 {"continue_on":"https://idp.test/more"} kind=other',
    ],
    ['session_iframe', 'GET https://op.test/connect/checksession -> 200 <p> kind=frame'],
    [
      'session_iframe',
      'GET https://op.test/protocol/openid-connect/login-status-iframe.html -> 200 <p> kind=frame',
    ],
    ['foreign_login', 'GET https://idp.test/sso?SAMLRequest=x&RelayState=y -> 200 <p>'],
    ['foreign_login', 'POST https://op.test/acs SAMLResponse=x -> 302 https://op.test/authorize'],
    ['foreign_login', 'GET https://idp.test/ls?wa=wsignin1.0&wtrealm=x -> 200 <p>'],
    ['foreign_login', 'GET https://op.test/?ticket=ST-1-x -> 200 <p>'],
    ['code_relay', 'POST https://app.test/api/login {"code":"k123","state":"s"} -> 200 {"ok":true}'],
    ['code_relay', 'GET https://app.test/api/callback?code=k123&state=s -> 204 kind=fetch'],
    ['keys', 'GET https://op.test/jwks -> 200 {"keys":[{"kty":"RSA"}]}'],
    ['unread_token_call', 'POST https://op.test/token -> 400 unknown=requestBody,responseBody'],
    [
      'unread_token_call',
      'POST https://op.test/as/token.oauth2 -> 400 kind=fetch unknown=requestBody,responseBody',
    ],
    [
      'unread_token_call',
      'POST https://op.test/oauth/token -> 200 {"access_token":"a"} unknown=requestBody kind=fetch',
    ],
  ])('%s', (kind, trace) => {
    expect(kindsIn(trace)).toEqual([kind]);
  });
});

describe('not recognised', () => {
  test.each([
    ['a token call that sent nothing', 'POST https://op.test/token -> 400'],
    ['a call elsewhere', 'POST https://op.test/orders -> 400 unknown=requestBody kind=fetch'],
    ['a form token', 'POST https://app.test/token -> 200 {"csrf":"x"} unknown=requestBody'],
    ['a page called token', 'POST https://app.test/token -> 200 <p> unknown=requestBody kind=fetch'],
    ['a redirect', 'POST https://app.test/token -> 302 https://app.test/ unknown=requestBody kind=fetch'],
    ['a page', 'GET https://app.test/ -> 200 <p>'],
    ['a script', 'GET https://app.test/keys.js -> 200 var keys = 1 kind=other'],
    ['a list of other keys', 'GET https://api.test/keys -> 200 {"keys":["a","b"]} kind=fetch'],
    [
      'a login form with a token of its own',
      'POST https://app.test/login token=csrf&user=u -> 302 https://app.test/',
    ],
    [
      'a step of an app that logs the user in itself',
      'POST https://op.test/challenge response_type=code&client_id=c -> 400 {"error":"insufficient_authorization","auth_session":"x"} kind=fetch',
    ],
    [
      'the same, seen by a proxy',
      'POST https://op.test/challenge response_type=code&client_id=c -> 200 {"authorization_code":"x"} kind=other',
    ],
    ['a malformed call of another API', `GET https://api.test/rows ${bearer} -> 400 {"error":"bad"}`],
    [
      'a refused form of another API that asks for a password',
      `GET https://api.test/rows ${bearer} -> 400 [WWW-Authenticate: Basic realm="x"]`,
    ],
    ['an API call that worked', `GET https://api.test/rows ${bearer} -> 200 []`],
    ['a refused call without a token', 'GET https://api.test/rows -> 403 kind=fetch'],
    ['a profile that is not asked with a token', 'GET https://api.test/me -> 200 {"sub":"u"} kind=fetch'],
    [
      'a metadata document that a person looks for',
      'GET https://op.test/.well-known/openid-configuration -> 403 <p> kind=navigation',
    ],
    ['a list of addresses', 'POST https://api.test/links {"redirect_uris":["x"]} -> 200 {"id":1} kind=fetch'],
    ['a hint that is no login', 'POST https://api.test/users login_hint=u -> 200 {} kind=fetch'],
    ['an iframe with a session id', 'GET https://app.test/?sid=1 -> 200 <p> kind=frame'],
    ['a page about an issuer', 'GET https://app.test/issuers?iss=https://op.test -> 200 <p>'],
    ['a page about sessions', 'GET https://app.test/check_session -> 200 <p>'],
    ['a train ticket', 'GET https://rail.test/?ticket=12 -> 200 <p>'],
    ['a country', 'GET https://api.test/countries?code=DE -> 200 {} kind=fetch'],
    [
      'a refused call that asks for a password',
      'GET https://api.test/ -> 401 [WWW-Authenticate: Basic realm="x"] kind=fetch',
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

test('a signed answer to an introspection request tells it (RFC 9701 §5)', () => {
  const [exchange] = fromTraceText('POST https://op.test/x token=t -> 200 e.e.e kind=fetch');
  if (exchange?.responseBody === undefined) throw new Error('no answer');
  const mediaType = 'application/token-introspection+jwt';
  const signed = { ...exchange, responseBody: { ...exchange.responseBody, mediaType } };
  expect(classify(signed).map(({ kind }) => kind)).toEqual(['introspection']);
  expect(classify(exchange)).toEqual([]);
});

test('an endpoint is the URL without its query', () => {
  expect(messagesIn('POST https://op.test/revoke?x=1 token=t -> 200')[0]?.endpoint).toBe(
    'https://op.test/revoke',
  );
});

test('an assertion that goes on in a window of its own says so', () => {
  const assertion = (answer: string): string =>
    `POST https://idp.test/assert [Sec-Fetch-Dest: webidentity] account_id=u&client_id=c -> 200 ${answer} kind=other`;
  expect(messagesIn(assertion('{"continue_on":"https://idp.test/more"}'))[0]).toMatchObject({
    continues: true,
  });
  expect(messagesIn(assertion('{"token":"t"}'))[0]).toMatchObject({ continues: false });
});
