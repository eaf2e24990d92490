import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storeIn } from '../../testing/flows.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { createRedactor } from '../trace/redact.ts';
import { createFlowStore } from './flow-store.ts';

const isListed = (trace: string): boolean => storeIn(trace).ids().length > 0;
const random = 'af0ifjsldkj4F2kQ9xZ7';

describe('a callback whose request was not seen is listed', () => {
  /** A code as each server makes it; the state is the app's. */
  const codes: readonly (readonly [string, string])[] = [
    ['GitHub', '9a7c3f20d41be85f6c02'],
    ['Google', '4%2F0AfJohXn3Qk8sZ2vYbT7uW1pLmR5dC9gHxEjNoSaFiBtKyVwUqD6cX0lMzP4rJ2nGhA'],
    ['Apple', 'c1f0e8d7b6a594838271605f4e3d2c1b0.0.srtqz.Zk3vQ8YbT7uW1pLmR5dC9g'],
    ['Slack', '4724469134.4644010092847.232b4e6d82c333b475fc30f5f5a341d294feb1a94392c2fd791f7ab7731a443e'],
    ['a server that uses a UUID', 'f1e2d3c4-b5a6-4978-8a9b-0c1d2e3f4a5b'],
    [
      'Keycloak',
      'f1e2d3c4-b5a6-4978-8a9b-0c1d2e3f4a5b.9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a.1a2b3c4d-5e6f-4a1b-8c2d-3e4f5a6b7c8d',
    ],
    ['Auth0', 'p8GKDeJ3AUzZ1KQqKXtVhYcFdIkfFhZ2aN7XoV9cRtBmL'],
    ['Okta', 'P5I7mdxxdv13_JfXrCSq'],
    ['Amazon', 'ANdNAVhyhqirUelHGEHA'],
    ['Discord', 'NhhvTDYsFcdgNLnnLijcl7Ku7bEEeee'],
    ['Shopify', '0907a61c0c8d55e99db179b68161bc00'],
  ];

  test.each(codes)('at any address when the state is random, too: a code of %s', (_, code) => {
    expect(isListed(`GET https://app.test/?code=${code}&state=${random} -> 200 <p>`)).toBe(true);
  });

  test.each(codes)('at an address named for it, whatever the state: a code of %s', (_, code) => {
    expect(isListed(`GET https://app.test/auth/callback?code=${code}&state=CA -> 200 <p>`)).toBe(true);
  });

  test.each([
    ['Yahoo’s short code at a callback', `GET https://app.test/cb?code=neqj4xq&state=${random} -> 200 <p>`],
    ['the issuer beside it', 'GET https://app.test/?code=k&state=s&iss=https%3A%2F%2Fop.test -> 200 <p>'],
    ['the session state beside it', 'GET https://app.test/?code=k&state=s&session_state=x -> 200 <p>'],
    ['tokens in the fragment', 'GET https://app.test/#access_token=a&token_type=bearer&state=s -> 200 <p>'],
    ['an error of the standard', 'GET https://app.test/?error=access_denied&state=s -> 200 <p>'],
    [
      'an error with its description',
      'GET https://app.test/?error=E17&error_description=no&state=s -> 200 <p>',
    ],
    [
      'a redirect from an address named for logins',
      `GET https://op.test/login/consent -> 302 https://app.test/?code=k&state=${random}`,
    ],
    [
      'a page that a known server leads to',
      `GET https://app.test/?code=k&state=${random} [Referer: https://accounts.google.com/] -> 200 <p>`,
    ],
    [
      'a token request with the same code',
      `GET https://app.test/?code=k&state=s -> 200 <p>
       POST https://op.test/token grant_type=authorization_code&code=k -> 200 {"access_token":"a"}`,
    ],
  ])('with %s', (_, trace) => {
    expect(isListed(trace)).toBe(true);
  });

  test('unless nobody could tell it from a link', () => {
    expect(isListed('GET https://app.test/?code=k&state=s -> 200 <p>')).toBe(false);
  });
});

describe('a link that has a code and a state is no login', () => {
  test.each([
    'GET https://shop.test/?code=SAVE10&state=CA -> 200 <p>',
    'GET https://shop.test/cart?code=SUMMERSALE2026SPECIAL&state=open -> 302 https://shop.test/cart',
    'GET https://shop.test/gift?code=ABCD-EFGH-1234-5678&state=CA -> 200 <p>',
    'GET https://shop.test/invite?code=f1e2d3c4-b5a6-4978-8a9b-0c1d2e3f4a5b&state=Texas -> 200 <p>',
    'GET https://pay.test/payment/return-page?code=00&state=success -> 200 <p>',
    `GET https://app.test/rows?code=DE&state=${random} -> 200 <p>`,
    'GET https://app.test/rows?code=DE&state=%7B%22page%22%3A1%7D -> 200 <p>',
    'GET https://app.test/auth/callback?code=SAVE10&state=CA -> 200 <p>',
    'GET https://click.test/t/8f2 -> 302 https://shop.test/?code=SAVE10&state=CA',
    'GET https://shop.test/?code=SAVE10&state=CA [Referer: https://www.facebook.com/] -> 200 <p>',
    'POST https://shop.test/checkout code=SAVE10&state=CA -> 302 https://shop.test/done',
    `GET https://app.test/catalog-index?code=DE&state=${random} -> 200 <p>`,
    `GET https://app.test/accounts/17?code=DE&state=${random} -> 200 <p>`,
    'GET https://app.test/oops?error=404&state=CA -> 200 <p>',
    `GET https://shop.test/?code=SAVE10&state=CA -> 200 <p>
     GET https://shop.test/api/coupon?code=SAVE10 -> 200 {"ok":true} kind=fetch`,
  ])('%s', (trace) => {
    expect(isListed(trace)).toBe(false);
  });

  test('whatever words and numbers they are', () => {
    const word = fc.constantFrom(
      ...'SAVE summer Sale Welcome NEWCUSTOMER free-shipping black_friday VIP Spring CA NY Bayern open closed paid'.split(
        ' ',
      ),
    );
    const number = fc.integer({ min: 0, max: 9999 }).map(String);
    const part = fc.oneof(
      word,
      number,
      fc.tuple(word, number).map((pair) => pair.join('')),
    );
    const text = fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom('-', '_', '.', '+'))
      .map(([parts, between]) => parts.join(between));
    const path = fc.constantFrom('', 'cart', 'stores/ca', 'checkout/done', 'search', 'orders/17');
    fc.assert(
      fc.property(
        path,
        text,
        text,
        fc.constantFrom('navigation', 'frame', 'fetch', 'other'),
        (at, code, state, kind) => {
          expect(
            isListed(`GET https://shop.test/${at}?code=${code}&state=${state} -> 200 <p> kind=${kind}`),
          ).toBe(false);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

test('three hundred codes and states that a machine made are listed', () => {
  /** Chance that is the same each time. */
  const hash = fc.nat().map((seed) => createHash('sha256').update(String(seed)).digest());
  const token = fc.oneof(
    fc.uuid({ version: 4 }),
    hash.map((bytes) => bytes.toString('base64url')),
    hash.map((bytes) => bytes.toString('base64url').slice(0, 22)),
    hash.map((bytes) => bytes.toString('hex').slice(0, 20)),
  );
  fc.assert(
    fc.property(token, token, (code, state) => {
      expect(isListed(`GET https://app.test/?code=${code}&state=${state} -> 200 <p>`)).toBe(true);
    }),
    { numRuns: 300, seed: 7 },
  );
});

describe('redaction', () => {
  const isListedRedacted = (trace: string): boolean => {
    const redactor = createRedactor({ key: new Uint8Array(32).fill(1) });
    const exchanges = fromTraceText(trace);
    exchanges.forEach((exchange) => redactor.learn(exchange));
    const store = createFlowStore();
    exchanges.forEach((exchange) => store.ingest(redactor.redact(exchange)));
    return store.ids().length > 0;
  };

  test('makes no login of a link whose values are short', () => {
    expect(isListedRedacted('GET https://shop.test/?code=SAVE10&state=CA -> 200 <p>')).toBe(false);
  });

  test('takes no login away', () => {
    const value = fc.stringMatching(/^[A-Za-z\d_-]{1,24}$/);
    const path = fc.constantFrom('', 'cb', 'auth/callback', 'login/oauth2/code/google', 'cart');
    let listed = 0;
    fc.assert(
      fc.property(path, value, value, (at, code, state) => {
        const trace = `GET https://app.test/${at}?code=${code}&state=${state} -> 200 <p>`;
        if (!isListed(trace)) return;
        listed += 1;
        expect(isListedRedacted(trace)).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(listed).toBeGreaterThan(50);
  });
});
