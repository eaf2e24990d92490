import { expect, test } from 'vitest';
import { boundKey, jwkThumbprint } from './jwk-thumbprint.ts';

const dpopKey = {
  kty: 'EC',
  x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
  y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
  crv: 'P-256',
};

test.each([
  [
    'RFC 7638 §3.1',
    {
      kty: 'RSA',
      n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
      e: 'AQAB',
      alg: 'RS256',
      kid: '2011-04-29',
    },
    'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  ],
  ['RFC 9449 §6.1', dpopKey, '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I'],
  [
    'RFC 8037 §A.3',
    { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  ],
  ['a member is missing', { kty: 'EC', crv: 'P-256', x: 'x' }, undefined],
  ['an unknown kty', { kty: 'other' }, undefined],
  ['no key at all', 'key', undefined],
])('the thumbprint of %s', (_, key, thumbprint) => {
  expect(jwkThumbprint(key)).toBe(thumbprint);
});

test.each([
  [{ cnf: { jkt: 'a' } }, { method: 'jkt', thumbprint: 'a' }],
  [{ cnf: { jwk: dpopKey } }, { method: 'jkt', thumbprint: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' }],
  [{ cnf: { 'x5t#S256': 'c' } }, { method: 'x5t#S256', thumbprint: 'c' }],
  [{ cnf: 'jkt' }, undefined],
  [{}, undefined],
])('%j names the key it is bound to', (claims, key) => {
  expect(boundKey(claims)).toEqual(key);
});
