import { describe, expect, test } from 'vitest';
import { decodeBase64Text, decodeJwt, encryptedHeader, isEncryptedJwt } from './jwt.ts';

// RFC 7519 §3.1.
const example =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

test('the token of RFC 7519 §3.1 is read', () => {
  expect(decodeJwt(example)).toEqual({
    header: { typ: 'JWT', alg: 'HS256' },
    claims: { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true },
  });
});

test('an unsecured token has an empty signature (RFC 7519 §6.1)', () => {
  expect(decodeJwt('eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UifQ.')?.header).toEqual({ alg: 'none' });
});

test('the claims of a token inside a token are read (RFC 7519 §5.2)', () => {
  const outer = (header: string): string => `${btoa(header)}.${btoa(example).replaceAll('=', '')}.c2ln`;
  expect(decodeJwt(outer('{"alg":"ES256","cty":"JWT"}'))).toEqual({
    header: { alg: 'ES256', cty: 'JWT' },
    claims: { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true },
  });
  expect(decodeJwt(outer('{"alg":"ES256"}'))).toBeUndefined();
});

describe('no token is read from', () => {
  test.each([
    ['an opaque token', 'gho_16C7e42F292c6912E7710c838347Ae178B4a'],
    ['a dotted opaque token', 'ya29.a0Af.x'],
    ['four parts', `${example}.x`],
    ['an encrypted token', 'eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d'],
    ['a header that is an array', 'W10.eyJpc3MiOiJqb2UifQ.'],
    ['nothing', ''],
    ['two dots', '..'],
    ['a huge text', `${'a'.repeat(300_000)}.b.c`],
  ])('%s', (_, token) => {
    expect(decodeJwt(token)).toBeUndefined();
  });
});

test('five parts are an encrypted token, also without an encrypted key', () => {
  expect(isEncryptedJwt('eyJh.a.b.c.d')).toBe(true);
  expect(isEncryptedJwt('eyJh..b.c.d')).toBe(true);
  expect(isEncryptedJwt(example)).toBe(false);
});

test('the outer header of an encrypted token can be read (RFC 7516, appendix A.1)', () => {
  const header = 'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ';
  expect(encryptedHeader(`${header}.a.b.c.d`)).toEqual({ alg: 'RSA-OAEP', enc: 'A256GCM' });
  expect(encryptedHeader(example)).toBeUndefined();
});

test.each([
  ['w6k=', 'é'],
  ['w6k', 'é'],
  ['-_8', '\uFFFD\uFFFD'],
  ['a b', undefined],
  ['a', undefined],
  ['ä', undefined],
])('base64 text "%s" is %s', (text, decoded) => {
  expect(decodeBase64Text(text)).toBe(decoded);
});
