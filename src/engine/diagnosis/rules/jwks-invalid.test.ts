import { expect, test } from 'vitest';
import { checkRule } from '../../../testing/check-rule.ts';
import { fromTraceText } from '../../../testing/trace-text.ts';
import { readOneByOne } from '../../../testing/read-one-by-one.ts';
import { analyze } from '../../analyze.ts';

const metadata =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","token_endpoint":"https://op.test/token","jwks_uri":"https://keys.test/jwks?of=op"}';
const login = `${metadata}
GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s
POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer"}`;

/** A modulus of so many bits. */
const modulus = (bits: number): string => Buffer.alloc(bits / 8, 0xc5).toString('base64url');
const rsa = { kty: 'RSA', kid: 'r1', use: 'sig', alg: 'RS256', e: 'AQAB', n: modulus(2048) };
const ec = {
  kty: 'EC',
  kid: 'e1',
  use: 'sig',
  alg: 'ES256',
  crv: 'P-256',
  x: 'f83OJ3D2xF1B',
  y: 'x_FEzRu9m36H',
};

const load = (answer: string): string => `GET https://keys.test/jwks?of=op -> 200 ${answer} kind=fetch`;
const served = (...keys: readonly object[]): string => `${login}\n${load(JSON.stringify({ keys }))}`;

checkRule('jwks-invalid', {
  fails: {
    'there is no key': { trace: served(), severity: 'error', cause: undefined, says: /no key/ },
    'there is a page': {
      trace: `${load('<!doctype html><title>Home</title>')}\n${login}`,
      severity: 'error',
      cause: undefined,
      says: /a page where its keys/,
    },
    'the private part is there': {
      trace: served(ec, { ...rsa, d: 'the-private-exponent', p: 'one-prime', q: 'the-other' }),
      severity: 'error',
      cause: undefined,
      says: /private or shared key/,
    },
    'a shared secret is there': {
      trace: served({ kty: 'oct', kid: 's1', alg: 'HS256', k: 'the-secret-of-the-client' }),
      severity: 'error',
      cause: undefined,
      says: /private or shared key/,
    },
    'an RSA key is short': {
      trace: served({ ...rsa, n: modulus(1024) }),
      severity: 'warning',
      cause: undefined,
      says: /fewer than 2048 bits/,
    },
    'two keys have one name': {
      trace: served(rsa, { ...rsa, n: modulus(3072) }),
      severity: 'warning',
      cause: undefined,
      says: /one kid/,
    },
  },
  silent: {
    'all is well': served(rsa, ec),
    'a key of exactly 2048 bits': served({ ...rsa, n: modulus(2048) }),
    'keys for encryption are normal': served(rsa, { ...rsa, kid: 'r2', use: 'enc', alg: 'RSA-OAEP' }),
    'several keys are a rotation': served(rsa, { ...rsa, kid: 'r2', n: modulus(4096) }),
    'one key stands there once for each algorithm': served(rsa, { ...rsa, alg: 'PS256' }),
    'one key stands there twice': served(rsa, rsa),
    'a key for signing and one for encryption have one name': served(rsa, {
      ...rsa,
      use: 'enc',
      n: modulus(3072),
    }),
    'keys of one type need not say what they are for': served({ ...rsa, use: undefined, alg: undefined }),
    'the keys are another server’s': `${login}\n${load('{"keys":[]}').replace('keys.test', 'other.test')}`,
    'nothing says whose keys they are': `${login.replace(metadata, '')}\n${load('{"keys":[]}')}`,
    'the server is out of order for a moment': `${login}\n${load('<h1>Bad gateway').replace('200', '502')}\n${load(JSON.stringify({ keys: [rsa] }))}`,
    'a person opens the address': `${login}\n${load('<pre>{}</pre>').replace('fetch', 'navigation')}`,
  },
});

test('keys and metadata that come after the login change its report', () => {
  const exchanges = fromTraceText(served());
  for (const report of readOneByOne(exchanges)) expect(report).toEqual(analyze(exchanges));
});
