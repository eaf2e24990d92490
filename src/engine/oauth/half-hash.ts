// at_hash and c_hash: OpenID Connect Core §3.1.3.6, §3.3.2.11; s_hash: FAPI 1.0 part 2 §5.1.
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { stringMember } from '../http/json.ts';
import type { DecodedJwt } from './jwt.ts';
import { isHidden } from './placeholder.ts';
import { base64Url } from './pkce.ts';

/** Whether a hash in an ID token is that of `value`; undefined where one of them is absent, or it cannot be computed. */
export function fitsHash(
  { header, claims }: DecodedJwt,
  name: string,
  value: string | undefined,
): boolean | undefined {
  const claimed = stringMember(claims, name);
  const algorithm = stringMember(header, 'alg');
  if (claimed === undefined || value === undefined || algorithm === undefined) return undefined;
  if (isHidden(claimed) || isHidden(value)) return undefined;
  const computed = halfHash(value, algorithm);
  return computed === undefined ? undefined : computed === claimed.replace(/=+$/, '');
}

/** The left half of a value's hash in base64url, by the `alg` of the ID token; undefined for an unknown one. */
function halfHash(value: string, algorithm: string): string | undefined {
  const hash = hashOf(algorithm)?.(new TextEncoder().encode(value));
  return hash === undefined ? undefined : base64Url(hash.slice(0, hash.length / 2));
}

function hashOf(algorithm: string): ((bytes: Uint8Array) => Uint8Array) | undefined {
  if (/^(?:RS|ES|PS|HS)256K?$/.test(algorithm)) return sha256;
  if (/^(?:RS|ES|PS|HS)384$/.test(algorithm)) return sha384;
  return /^(?:(?:RS|ES|PS|HS)512|EdDSA|Ed25519)$/.test(algorithm) ? sha512 : undefined;
}
