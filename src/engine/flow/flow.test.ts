import { describe, expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';

const ask = (type: string, more = ''): string =>
  `GET https://op.test/authorize?client_id=c&redirect_uri=https://app.test/cb&state=s&response_type=${type}${more}`;
const callback = 'https://app.test/cb';
const token = (grant: string): string =>
  `POST https://op.test/token grant_type=${grant} -> 200 {"access_token":"a"}`;
const urn = 'urn:ietf:params:oauth:grant-type';

describe('the kind of a flow', () => {
  test.each([
    ['authorization_code', `${ask('code')} -> 200 <p>`],
    ['implicit', `${ask('token')} -> 200 <p>`],
    ['implicit', `${ask('id_token+token')} -> 200 <p>`],
    ['implicit', `GET ${callback}#access_token=a&token_type=bearer&state=s -> 200 <p>`],
    ['hybrid', `${ask('code+id_token')} -> 200 <p>`],
    ['authorization_code', 'GET https://op.test/authorize?client_id=c&request_uri=urn:x -> 200 <p>'],
    ['authorization_code', `GET ${callback}?code=k&state=s&iss=https://op.test -> 200 <p>`],
    [
      'hybrid',
      'POST https://op.test/par client_id=c&response_type=code+id_token -> 400 {"error":"invalid_request"}',
    ],
    ['client_credentials', token('client_credentials')],
    ['password', token('password')],
    ['refresh_token', token('refresh_token&refresh_token=r')],
    ['device_code', 'POST https://op.test/device/code client_id=c -> 200 {"device_code":"d"}'],
    ['device_code', token(`${urn}:device_code&device_code=d`)],
    ['token_exchange', token(`${urn}:token-exchange&subject_token=t`)],
    ['jwt_bearer', token(`${urn}:jwt-bearer&assertion=t`)],
    ['ciba', token('urn:openid:params:grant-type:ciba&auth_req_id=x')],
    ['saml_bearer', token(`${urn}:saml2-bearer&assertion=t`)],
    ['unknown', token('urn:example:mfa')],
    ['logout', 'GET https://op.test/logout?id_token_hint=i -> 200 <p>'],
  ])('is %s', (kind, trace) => {
    expect(flowsIn(trace).map(({ flow }) => flow.kind)).toEqual([kind]);
  });
});

test('a refresh counts among the refreshes of the login whose token it uses', () => {
  const [view, ...others] = flowsIn(`
    ${ask('code')} -> 302 ${callback}?code=k&state=s
    POST https://op.test/token grant_type=authorization_code&code=k -> 200 {"access_token":"a","refresh_token":"r"}
    POST https://op.test/token grant_type=refresh_token&refresh_token=r -> 200 {"access_token":"b"}`);
  expect(others).toEqual([]);
  expect(view?.flow).toMatchObject({ kind: 'authorization_code' });
  expect(view?.flow.refreshes.map(({ exchange }) => exchange.id)).toEqual(['e3']);
});

test('pushed parameters stand in the authorization request', () => {
  const [view] = flowsIn(`
    POST https://op.test/par client_id=c&response_type=code&redirect_uri=${callback}&state=s -> 201 {"request_uri":"urn:x"}
    GET https://op.test/authorize?client_id=c&request_uri=urn:x -> 200 <p>`);
  expect(view?.flow.authorizationRequest).toMatchObject({ carrier: 'plain' });
  expect(view?.flow.authorizationRequest?.params.get('state')).toBe('s');
  expect(view?.flow.authorizationRequest?.params.find('state')?.at.exchange).toBe('e1');
});

test('the answer that counts is the one whose code was redeemed, with every delivery of it', () => {
  const [view] = flowsIn(`
    ${ask('code')} -> 302 ${callback}?code=k&state=s
    GET ${callback}?code=k&state=s -> 200 <p>
    GET ${callback}?code=k&state=s -> 200 <p>
    POST https://op.test/token grant_type=authorization_code&code=k -> 200 {"access_token":"a"}
    GET ${callback}?error=access_denied&state=s -> 200 <p>`);
  expect(view?.flow.authorizationResponse?.exchange.id).toBe('e1');
  expect(view?.flow.landings.map(({ exchange }) => exchange.id)).toEqual(['e2', 'e3']);
});
