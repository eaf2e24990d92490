import { expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';
import { unsignedJwt } from '../../testing/messages.ts';

const kindsOf = (trace: string): unknown =>
  flowsIn(trace).map(({ flow }) => flow.messages.map(({ kind }) => kind));

test('a signed authentication request and its polls are one flow', () => {
  const signed = unsignedJwt({ iss: 'c', scope: 'openid', login_hint: 'u' });
  expect(
    kindsOf(`
      POST https://op.test/x request=${signed} -> 200 {"auth_req_id":"r"} kind=fetch tab=none
      POST https://op.test/token grant_type=urn:openid:params:grant-type:ciba&auth_req_id=r -> 200 {"access_token":"a"} tab=none`),
  ).toEqual([['backchannel_authentication', 'token_request']]);
});

test.each(['[Authorization: Bearer a]', 'access_token=a'])(
  'a UserInfo request with %s is of the flow that has the token',
  (carried) => {
    expect(
      kindsOf(`
      POST https://op.test/token grant_type=authorization_code&code=k -> 200 {"access_token":"a"}
      POST https://op.test/userinfo ${carried} -> 200 {"sub":"u"} kind=fetch tab=2`),
    ).toEqual([['token_request', 'userinfo']]);
  },
);

test('a login that another site starts by a form has the form in it', () => {
  expect(
    kindsOf(`
      POST https://app.test/start iss=https://op.test&target_link_uri=https://app.test/page -> 302 https://op.test/authorize
      GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s -> 200 <p>`),
  ).toEqual([['initiated_login', 'authorization_request']]);
});
