import { createHash } from 'node:crypto';
import { generateKeyPair, SignJWT, exportJWK, type CryptoKey } from 'jose';
import { expect, test } from 'vitest';
import { unsignedJwt } from '../testing/messages.ts';
import { fromTraceText } from '../testing/trace-text.ts';
import { analyze } from './analyze.ts';
import { verifySignatures } from './signatures.ts';

const [own, other] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
const signed = async (key: CryptoKey | Uint8Array, alg: string, kid = 'k1'): Promise<string> =>
  new SignJWT({ iss: 'https://op.test', aud: 'c', sub: 'u' }).setProtectedHeader({ alg, kid }).sign(key);
const keys = JSON.stringify({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'k1', use: 'sig' }] });

const discovery =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","jwks_uri":"https://cdn.test/jwks"}';

async function checked(idToken: string, ...before: readonly string[]): Promise<unknown> {
  const exchanges = fromTraceText(
    [
      ...before,
      `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k -> 200 {"access_token":"opaque","token_type":"Bearer","id_token":"${idToken}"}`,
    ].join('\n'),
  );
  const [flow] = analyze(exchanges).flows;
  if (flow === undefined) throw new Error('No flow was found.');
  return (await verifySignatures(flow, exchanges)).map(({ name, outcome, words }) => [name, outcome, words]);
}

const atServer = `GET https://op.test/jwks -> 200 ${keys}`;
const atOther = `GET https://cdn.test/jwks -> 200 ${keys}`;

test('a signature that fits the recorded key is valid', async () => {
  const token = await signed(own.privateKey, 'ES256');
  const valid = [['id_token', 'valid', 'is valid by a key of the recorded keys document (ES256)']];
  expect(await checked(token, atServer)).toEqual(valid);
  expect(await checked(token, discovery, atOther)).toEqual(valid);
});

test('a signature of another key is invalid', async () => {
  expect(await checked(await signed(other.privateKey, 'ES256'), atServer)).toEqual([
    ['id_token', 'invalid', 'does not fit a key of the recorded keys document'],
  ]);
});

test('a changed claim makes the signature invalid', async () => {
  const [header = '', , signature = ''] = (await signed(own.privateKey, 'ES256')).split('.');
  const claims = Buffer.from('{"iss":"https://op.test","aud":"c","sub":"admin"}').toString('base64url');
  expect(await checked(`${header}.${claims}.${signature}`, atServer)).toEqual([
    ['id_token', 'invalid', 'does not fit a key of the recorded keys document'],
  ]);
});

test('a key that the document does not list is said to be missing', async () => {
  expect(await checked(await signed(own.privateKey, 'ES256', 'k2'), atServer)).toEqual([
    ['id_token', 'invalid', 'has no key: the recorded keys document does not list it'],
  ]);
});

test('keys of another server prove nothing', async () => {
  expect(await checked(await signed(own.privateKey, 'ES256'), atOther)).toEqual([
    ['id_token', 'not_checked', 'was not checked: the keys of its issuer were not recorded'],
  ]);
});

test('a token that the client’s secret signs cannot be checked', async () => {
  expect(await checked(await signed(new Uint8Array(32), 'HS256'), atServer)).toEqual([
    ['id_token', 'not_checked', 'is made with the client’s secret, which only its owners can check'],
  ]);
});

test('a token that says none is not signed', async () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  expect(await checked(`${part({ alg: 'none' })}.${part({ iss: 'https://op.test' })}.`, atServer)).toEqual([
    ['id_token', 'invalid', 'is missing: the token is not signed'],
  ]);
});

async function proofChecked(key: CryptoKey, jwk: unknown): Promise<unknown> {
  const proof = await new SignJWT({ htm: 'POST', htu: 'https://op.test/token', jti: 'j' })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: Object.assign({ kty: 'EC' }, jwk) })
    .sign(key);
  const exchanges = fromTraceText(
    `POST https://op.test/token [DPoP: ${proof}] grant_type=client_credentials&client_id=c -> 200 {"access_token":"opaque","token_type":"DPoP"}`,
  );
  const [flow] = analyze(exchanges).flows;
  return flow === undefined ? undefined : verifySignatures(flow, exchanges);
}

test('a DPoP proof is checked with the key in its header, where that key is shown', async () => {
  const at = { exchange: 'e1', part: 'request_header', name: 'DPoP' };
  const jwk = await exportJWK(own.publicKey);
  expect(await proofChecked(own.privateKey, jwk)).toEqual([
    { at, name: 'DPoP proof', outcome: 'valid', words: 'is valid by the key in its header (ES256)' },
  ]);
  expect(await proofChecked(other.privateKey, jwk)).toEqual([
    { at, name: 'DPoP proof', outcome: 'invalid', words: 'does not fit the key in its header' },
  ]);
  expect(await proofChecked(own.privateKey, { ...jwk, kty: 'unheard of' })).toEqual([
    {
      at,
      name: 'DPoP proof',
      outcome: 'not_checked',
      words: 'was not checked: its algorithm is not supported here',
    },
  ]);
});

test('hashes in an ID token are checked against what came with it', async () => {
  // OpenID Connect Core, appendix A.4.
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: 'https://op.test',
    c_hash: 'LDktKdoQak3Pk0cnXxCltA',
    at_hash: 'LDktKdoQak3Pk0cnXxCltA',
  };
  const exchanges = fromTraceText(
    `GET https://op.test/authorize?response_type=code+id_token+token&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb#code=Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk&access_token=another&id_token=${part({ alg: 'RS256' })}.${part(claims)}.c2ln&state=s`,
  );
  const [flow] = analyze(exchanges).flows;
  if (flow === undefined) throw new Error('No flow was found.');
  const [idToken] = (await verifySignatures(flow, exchanges)).filter(({ name }) => name === 'id_token');
  expect([...(idToken?.hashes ?? [])]).toEqual([
    ['at_hash', false],
    ['c_hash', true],
  ]);
});

test('the hash of the state is checked against the state that came with it', async () => {
  const half = createHash('sha256').update('af0ifjsldkj').digest().subarray(0, 16).toString('base64url');
  const checkedWith = async (s_hash: string): Promise<unknown> => {
    const exchanges = fromTraceText(
      `GET https://op.test/authorize?response_type=code+id_token&client_id=c&redirect_uri=https://app.test/cb&state=af0ifjsldkj -> 302 https://app.test/cb#code=k&id_token=${unsignedJwt({ iss: 'https://op.test', s_hash })}&state=af0ifjsldkj`,
    );
    const [flow] = analyze(exchanges).flows;
    const checks = flow === undefined ? [] : await verifySignatures(flow, exchanges);
    return checks.map(({ name, hashes }) => [name, [...(hashes ?? [])]]);
  };
  expect(await checkedWith(half)).toEqual([['id_token', [['s_hash', true]]]]);
  expect(await checkedWith('LDktKdoQak3Pk0cnXxCltA')).toEqual([['id_token', [['s_hash', false]]]]);
});
