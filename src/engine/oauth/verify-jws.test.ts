import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { isJsonObject, type JsonObject } from '../http/json.ts';
import { verifyJws } from './verify-jws.ts';

const { subtle } = crypto;
const payload = new TextEncoder().encode('{"iss":"https://op.test"}');
const algorithms = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');

/** A token that jose signed, its key as a keys document lists it, and another key. */
async function signedBy(
  alg: string,
  header: object = {},
): Promise<{ token: string; key: JsonObject; other: JsonObject }> {
  const [own, other] = await Promise.all([generateKeyPair(alg), generateKeyPair(alg)]);
  const token = await new CompactSign(payload).setProtectedHeader({ ...header, alg }).sign(own.privateKey);
  return { token, key: await listed(own.publicKey, alg), other: await listed(other.publicKey, alg) };
}

async function listed(key: Parameters<typeof exportJWK>[0], alg: string): Promise<JsonObject> {
  const jwk: unknown = await exportJWK(key);
  if (!isJsonObject(jwk)) throw new Error('The key is no object.');
  return { ...jwk, alg, kid: 'k', use: 'sig', key_ops: ['sign'], x5c: ['AA=='], ext: false };
}

test.each(algorithms)('%s: valid by its key, wrong by another and for another text', async (alg) => {
  const { token, key, other } = await signedBy(alg);
  expect(await verifyJws(token, key, subtle)).toBe('valid');
  expect(await verifyJws(token, other, subtle)).toBe('wrong');
  const [header = '', , signature = ''] = token.split('.');
  expect(await verifyJws(`${header}.e30.${signature}`, key, subtle)).toBe('wrong');
});

test('the example of RFC 7515 A.3 is valid', async () => {
  const key = {
    kty: 'EC',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  };
  const token =
    'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q';
  expect(await verifyJws(token, key, subtle)).toBe('valid');
});

test('what is critical and not understood, another algorithm, no signature at all and a key of another kind cannot be told', async () => {
  const { token, key } = await signedBy('ES256');
  const { key: rsa } = await signedBy('RS256');
  const critical = `${btoa('{"alg":"ES256","crit":["x"],"x":1}')}.e30.AA`;
  for (const [text, by] of [
    [critical, key],
    [`${btoa('{"alg":"ES256K"}')}.e30.AA`, key],
    [`${btoa('{"alg":"RS1"}')}.e30.AA`, rsa],
    ['no token', key],
    [token.replace(/[^.]+$/u, '***'), key],
    [token, rsa],
    [token, {}],
  ] as const)
    expect(await verifyJws(text, by, subtle), text).toBe('unsupported');
  expect(await verifyJws(token.replace(/[^.]+$/u, ''), key, subtle)).toBe('wrong');
});
