// Signatures of compact JWS: RFC 7515 §5.2, the algorithms of RFC 7518 §3 and RFC 8037 §3.1, computed by the platform.
import { parseJsonObject, stringMember, type JsonObject } from '../http/json.ts';
import { decodeBase64, decodeBase64Text } from './jwt.ts';

const platformNames: Readonly<Record<string, string>> = {
  RS: 'RSASSA-PKCS1-v1_5',
  PS: 'RSA-PSS',
  ES: 'ECDSA',
};

/** What a signature is under a key; `unsupported` where the platform lacks the algorithm or cannot read token or key. */
export type Verified = 'valid' | 'wrong' | 'unsupported';

/** Checks a token's signature with one JWK (RFC 7517) by the algorithm that the token's header names. Never rejects. */
export async function verifyJws(token: string, jwk: JsonObject, subtle: SubtleCrypto): Promise<Verified> {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const parameters = parseJsonObject(decodeBase64Text(header) ?? '');
  const algorithm = algorithmOf(stringMember(parameters, 'alg') ?? '');
  const bytes = decodeBase64(signature);
  // What is marked critical has to be understood (RFC 7515 §4.1.11), and none of it is here.
  if (algorithm === undefined || bytes === undefined || parameters?.['crit'] !== undefined)
    return 'unsupported';
  try {
    const key = await subtle.importKey('jwk', publicPart(jwk), algorithm, false, ['verify']);
    const signed = new TextEncoder().encode(`${header}.${claims}`);
    return (await subtle.verify(algorithm, key, bytes, signed)) ? 'valid' : 'wrong';
  } catch {
    return 'unsupported';
  }
}

/** What else a key says of its use would be held against the call. */
function publicPart(jwk: JsonObject): JsonWebKey {
  const names = ['kty', 'n', 'e', 'crv', 'x', 'y'];
  return Object.fromEntries(Object.entries(jwk).filter(([name]) => names.includes(name)));
}

function algorithmOf(alg: string): (RsaPssParams & EcKeyImportParams & EcdsaParams) | undefined {
  const [, family = '', bits = ''] = /^(RS|PS|ES)(256|384|512)$/.exec(alg) ?? [];
  const name = /^(?:EdDSA|Ed25519)$/.test(alg) ? 'Ed25519' : platformNames[family];
  if (name === undefined) return undefined;
  return {
    name,
    hash: `SHA-${bits}`,
    saltLength: Number(bits) / 8,
    namedCurve: `P-${bits === '512' ? 521 : bits}`,
  };
}
