import { describe, expect, test } from 'vitest';
import { kindsIn, messagesIn } from '../../testing/messages.ts';
import type { AuthorizationResponse } from './message.ts';

function responsesIn(trace: string): readonly AuthorizationResponse[] {
  return messagesIn(trace).filter((message) => message.kind === 'authorization_response');
}

describe('an authorization response is', () => {
  test.each([
    [
      'a redirect with a code',
      'GET https://op.test/x -> 302 https://app.test/cb?code=k&state=s',
      'redirect',
      'query',
    ],
    [
      'a redirect with an error',
      'GET https://op.test/x -> 302 https://app.test/cb?error=access_denied&state=s',
      'redirect',
      'query',
    ],
    [
      'a redirect with tokens',
      'GET https://op.test/x -> 302 https://app.test/cb#access_token=a&token_type=bearer',
      'redirect',
      'fragment',
    ],
    [
      'a redirect with an id_token alone',
      'GET https://op.test/x -> 303 https://app.test/cb#id_token=i',
      'redirect',
      'fragment',
    ],
    [
      'a redirect to a native app',
      'GET https://op.test/x -> 302 com.example.app:/cb?code=k',
      'redirect',
      'query',
    ],
    ['the callback that is loaded', 'GET https://app.test/cb?code=k&state=s -> 200 <p>', 'landing', 'query'],
    [
      'the callback of a hash router',
      'GET https://app.test/#/cb?code=k&state=s -> 200 <p>',
      'landing',
      'fragment',
    ],
    [
      'the callback of a form post',
      'POST https://app.test/cb code=k&state=s -> 302 https://app.test/',
      'landing',
      'form_post',
    ],
    [
      'a form post with an id_token alone',
      'POST https://app.test/cb id_token=i -> 200 <p>',
      'landing',
      'form_post',
    ],
  ])('%s', (_, trace, phase, mode) => {
    expect(responsesIn(trace)).toMatchObject([{ phase, mode }]);
  });

  test('both when a callback sends the answer on', () => {
    const found = responsesIn('GET https://a.test/cb?code=k&state=s -> 302 https://b.test/cb?code=k&state=s');
    expect(found.map(({ phase, target }) => [phase, target])).toEqual([
      ['landing', 'https://a.test/cb?code=k&state=s'],
      ['redirect', 'https://b.test/cb?code=k&state=s'],
    ]);
  });

  test('beside its request when the server answers at once', () => {
    expect(
      kindsIn(
        'GET https://op.test/a?client_id=c&response_type=code&state=s -> 302 https://app.test/cb?code=k&state=s',
      ),
    ).toEqual(['authorization_request', 'authorization_response']);
  });
});

describe('no authorization response is', () => {
  test.each([
    [
      'a token request by GET',
      'GET https://op.test/token?grant_type=authorization_code&code=k -> 200 {} kind=fetch',
    ],
    [
      'a link that asks for authorization',
      'GET https://op.test/x?error=1&redirect_uri=https://app.test/cb -> 200 <p>',
    ],
    ['an access token in a query', 'GET https://api.test/x?access_token=a&token_type=bearer -> 200 <p>'],
    ['a voucher form', 'POST https://shop.test/voucher code=SUMMER -> 200 <p>'],
    ['a call with a code in its body', 'POST https://api.test/x code=k&state=s -> 200 {} kind=fetch'],
    [
      'a beacon with the address of the callback',
      'GET https://stats.test/px?code=k&state=s [Sec-Fetch-Mode: no-cors] -> 200 kind=other',
    ],
    ['a callback without parameters', 'GET https://app.test/cb -> 200 <p>'],
    ['parameters with other names', 'GET https://app.test/?zipcode=1&errors=2 -> 200 <p>'],
  ])('%s', (_, trace) => {
    expect(responsesIn(trace)).toEqual([]);
  });
});

test('the error is read with its description', () => {
  const [response] = responsesIn(
    'GET https://app.test/cb?error=access_denied&error_description=no+way&state=s -> 200 <p>',
  );
  expect(response?.error).toEqual({
    code: 'access_denied',
    sent: 'access_denied',
    description: 'no way',
    at: { exchange: 'e1', part: 'query', name: 'error' },
    descriptionAt: { exchange: 'e1', part: 'query', name: 'error_description' },
  });
});
