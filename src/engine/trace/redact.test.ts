import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { unsignedJwt } from '../../testing/messages.ts';
import { bodyWith, exchangeWith, headers } from '../../testing/planted/build.ts';
import type { Exchange } from '../http/exchange.ts';
import { parseJsonObject, stringMember } from '../http/json.ts';
import { decodeJwt } from '../oauth/jwt.ts';
import { parsePlaceholder } from '../oauth/placeholder.ts';
import { createRedactor, type Redactor } from './redact.ts';

const key = new Uint8Array(32).fill(1);

function redactorFor(...exchanges: readonly Exchange[]): Redactor {
  const redactor = createRedactor({ key });
  for (const exchange of exchanges) redactor.learn(exchange);
  return redactor;
}

function shownUrl(url: string): string {
  const exchange = exchangeWith({ url });
  return redactorFor(exchange).redact(exchange).url;
}

function parameterOf(url: string, name: string): string {
  return new RegExp(`[?&]${name}=([^&]*)`).exec(url)?.[1] ?? '';
}

test('equal secrets have equal placeholders, different ones differ, and the name and length are told', () => {
  const url = shownUrl(
    'https://a.test/?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj9f8e7&nonce=SplxlOBeZQQYbYS6WxSbIA',
  );
  expect(parameterOf(url, 'code')).toMatch(/^‹code·[0-9a-f]{4}-[0-9a-f]{4}·22 chars›$/);
  expect(parameterOf(url, 'nonce')).toBe(parameterOf(url, 'code'));
  expect(parameterOf(url, 'state')).toMatch(/^‹state·[0-9a-f]{4}-[0-9a-f]{4}·16 chars›$/);
  expect(parsePlaceholder(parameterOf(url, 'state'))?.tag).not.toBe(
    parsePlaceholder(parameterOf(url, 'code'))?.tag,
  );
});

test('a token in a form has the placeholder that it has in a header', () => {
  const token = 'SplxlOBeZQQYbYS6WxSbIASplxlOBeZQ';
  const inForm = exchangeWith({
    requestBody: bodyWith('application/x-www-form-urlencoded', `access_token=${token}`),
  });
  const inHeader = exchangeWith({ requestHeaders: headers({ Authorization: `Bearer ${token}` }) });
  const redactor = redactorFor(inForm, inHeader);
  const shown = redactor.redact(inForm).requestBody?.text.split('=')[1];
  expect(shown).toMatch(/^‹access_token·[0-9a-f]{4}-[0-9a-f]{4}·32 chars›$/);
  expect(redactor.redact(inHeader).requestHeaders[0]?.value).toBe(`Bearer ${shown}`);
});

test('another key gives other placeholders', () => {
  const exchange = exchangeWith({ url: 'https://a.test/?code=SplxlOBeZQQYbYS6WxSbIA' });
  const other = createRedactor({ key: new Uint8Array(32).fill(2) });
  expect(other.redact(exchange).url).not.toBe(redactorFor().redact(exchange).url);
});

test.each([
  ['S256', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', true],
  ['S256', 'F9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', false],
  ['plain', 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk', true],
])('a challenge by %s %s has the tag of its verifier: %s', (method, challenge, same) => {
  const asked = exchangeWith({
    url: `https://a.test/?code_challenge=${challenge}&code_challenge_method=${method}`,
  });
  const form = 'code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const redeemed = exchangeWith({ requestBody: bodyWith('application/x-www-form-urlencoded', form) });
  const redactor = redactorFor(asked, redeemed);
  const shown = parsePlaceholder(parameterOf(redactor.redact(asked).url, 'code_challenge'));
  const verifier = redactor.redact(redeemed).requestBody?.text.split('=')[1] ?? '';
  expect(parsePlaceholder(verifier)?.tag === shown?.tag).toBe(same);
});

test('a stray blank around a secret stays, because it can be the fault', () => {
  expect(parameterOf(shownUrl('https://a.test/?client_secret=%20abcdefgh12345%0A'), 'client_secret')).toMatch(
    /^%20.*%0A$/,
  );
});

test.each([
  ['a path word made by a machine', 'https://a.test/s/9f8e7d6c5b4a39281706/x', 'https://a.test/s/‹path·'],
  [
    'a session in front of a word',
    'https://a.test/auth/9f8e7d6c5b4a39281706/x',
    'https://a.test/auth/‹path·',
  ],
  [
    'a GUID that is no tenant',
    'https://a.test/0c1db3a7-d806-4383-a84f-7817f824b908/orders',
    'https://a.test/‹path·',
  ],
  ['a password under a short name', 'https://a.test/?p=hunter2hunter2', 'https://a.test/?p=‹parameter·'],
  ['a parameter that is unknown', 'https://a.test/?q=harmless', 'https://a.test/?q=‹parameter·'],
  ['credentials', 'https://user:pass@a.test/', 'https://‹userinfo·'],
])('%s is hidden', (_, url, shown) => {
  expect(shownUrl(url).startsWith(shown)).toBe(true);
});

test.each([
  ['{"code":"G-123456"}', false],
  ['{"code":"G-123456","message":"x failed"}', true],
  ['{"code":"access_denied","message":"x failed"}', true],
  ['{"code":"SplxlOBeZQQYbYS6WxSbIA","message":"x"}', false],
])('the code in %s is shown: %s', (text, isShown) => {
  const exchange = exchangeWith({ responseBody: bodyWith('application/json', text) });
  const code = /"code":"([^"]*)"/;
  expect(
    code.exec(redactorFor().redact(exchange).responseBody?.text ?? '')?.[1] === code.exec(text)?.[1],
  ).toBe(isShown);
});

test('a token inside a token keeps what is about no person', () => {
  const inner = unsignedJwt({ iss: 'https://op.test', email: 'jo@a.test' });
  const outer = `${btoa('{"alg":"ES256","cty":"JWT"}')}.${btoa(inner)}.c2ln`.replaceAll('=', '');
  const exchange = exchangeWith({ responseBody: bodyWith('application/json', `{"id_token":"${outer}"}`) });
  const shown = redactorFor(exchange).redact(exchange).responseBody?.text ?? '';
  const claims = decodeJwt(stringMember(parseJsonObject(shown), 'id_token') ?? '')?.claims;
  expect(claims?.['iss']).toBe('https://op.test');
  expect(claims?.['email']).toMatch(/^‹email·/u);
});

test('the level that keeps user identifiers keeps them and nothing else', () => {
  const exchange = exchangeWith({
    url: 'https://a.test/?login_hint=jo%40a.test&code=SplxlOBeZQQYbYS6WxSbIA',
  });
  const redactor = createRedactor({ key, level: 'keep_user_identifiers' });
  expect(redactor.redact(exchange).url).toMatch(/\?login_hint=jo%40a\.test&code=‹code·/);
  expect(redactor.receipt([redactor.redact(exchange)])).toMatchObject({
    level: 'keep_user_identifiers',
    removed: [{ category: 'code', values: 1, places: 1 }],
  });
});

test('the receipt counts values and places, also of what had been redacted before', () => {
  const exchange = exchangeWith({
    url: 'https://a.test/?code=SplxlOBeZQQYbYS6WxSbIA',
    requestHeaders: headers({ Referer: 'https://a.test/?code=SplxlOBeZQQYbYS6WxSbIA' }),
  });
  const first = redactorFor();
  const redacted = [first.redact(exchange)];
  expect(first.receipt(redacted).removed).toEqual([{ category: 'code', values: 1, places: 2 }]);
  const second = redactorFor();
  const again = redacted.map((each) => second.redact(each));
  expect(second.receipt(again)).toEqual(first.receipt(redacted));
});

const text = fc.string({ unit: 'binary', maxLength: 60 });
const words = fc
  .array(
    fc.constantFrom(
      ...'%41 &amp; ‹code·aaaa·1 chars› ey eyJhIjoxfQ.eyJhIjoxfQ. @ . a@b.cc {"a":"b"} [ " \\u0041 = & ? # / : ; < > <p> 1234567 code= Bearer x'.split(
        ' ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((each) => each.join(''));
const anyText = fc.oneof(text, words);
const types = fc.constantFrom(
  'application/json',
  'text/html',
  'application/x-www-form-urlencoded',
  '',
  'text/plain',
  'application/jwt',
);
const anyExchange = fc
  .record({ url: anyText, header: anyText, value: anyText, type: types, body: anyText, redirect: anyText })
  .map(({ url, header, value, type, body, redirect }) =>
    exchangeWith({
      url,
      requestHeaders: [
        { name: header, value },
        ...headers({ Cookie: value, Authorization: value, 'User-Agent': value, 'WWW-Authenticate': value }),
      ],
      requestBody: bodyWith(type, body),
      responseBody: bodyWith(type, value),
      redirectTarget: redirect,
    }),
  );

test('any exchange can be redacted, and redacting the result changes nothing', () => {
  fc.assert(
    fc.property(anyExchange, (exchange) => {
      const once = redactorFor(exchange).redact(exchange);
      expect(redactorFor(once).redact(once)).toEqual(once);
    }),
    { numRuns: 300 },
  );
});

test('a challenge that a known secret cuts into two is hidden as a whole, so that another export changes nothing', () => {
  const value = 'eyJhIjoxfQ.eyJhIjoxfQ.code=chars›';
  const exchange = exchangeWith({
    requestHeaders: headers({ Cookie: value, Authorization: value, 'WWW-Authenticate': value }),
  });
  const once = redactorFor(exchange).redact(exchange);
  expect(redactorFor(once).redact(once)).toEqual(once);
});

test('JSON nested ten thousand deep is no fault', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    const deep = `${open.repeat(10_000)}1${close.repeat(10_000)}`;
    const exchange = exchangeWith({ responseBody: bodyWith('application/json', deep) });
    expect(redactorFor(exchange).redact(exchange).responseBody?.text.length).toBeLessThan(2000);
  }
});
