import { expect, test } from 'vitest';
import { kindsIn, messagesIn, unsignedJwt } from '../../testing/messages.ts';

const bearer = '[Authorization: Bearer t]';

test.each([
  `GET https://op.test/userinfo ${bearer} -> 200 {"sub":"u"}`,
  `GET https://op.test/me ${bearer} -> 200 {"sub":"u"}`,
  'POST https://op.test/userinfo access_token=t -> 200 {"sub":"u"} kind=fetch',
  'POST https://op.test/me access_token=t -> 200 {"sub":"u"} kind=fetch',
  `POST https://op.test/userinfo ${bearer} -> 200 {"sub":"u"}`,
  'GET https://op.test/userinfo [Authorization: DPoP t] [DPoP: p] -> 200 {"sub":"u"}',
  `GET https://op.test/userinfo ${bearer} -> 200 ${unsignedJwt({ sub: 'u' })}`,
])('recognised: %s', (trace) => {
  expect(kindsIn(trace)).toEqual(['userinfo']);
});

test('a token in the form of a UserInfo request is read, and pointed to where it stands', () => {
  expect(
    messagesIn('POST https://op.test/userinfo access_token=t -> 200 {"sub":"u"} kind=fetch')[0],
  ).toMatchObject({
    accessToken: 't',
    params: { list: [{ name: 'access_token', at: { exchange: 'e1', part: 'form', name: 'access_token' } }] },
  });
});
