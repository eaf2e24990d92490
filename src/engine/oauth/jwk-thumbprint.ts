// JSON Web Key Thumbprint: RFC 7638 §3, RFC 8037 §2 for OKP, draft-ietf-cose-dilithium for AKP.
import { isJsonObject, stringMember, type JsonObject } from '../http/json.ts';
import { isHidden } from './placeholder.ts';
import { s256 } from './pkce.ts';

/** The members that make a key, by `kty`, in the order of RFC 7638 §3.2. */
const required: ReadonlyMap<string, readonly string[]> = new Map([
  ['AKP', ['alg', 'kty', 'pub']],
  ['EC', ['crv', 'kty', 'x', 'y']],
  ['OKP', ['crv', 'kty', 'x']],
  ['RSA', ['e', 'kty', 'n']],
  ['oct', ['k', 'kty']],
]);

/** The SHA-256 thumbprint of a key in base64url, as `jkt` and `dpop_jkt` hold it; undefined when a member is missing. */
export function jwkThumbprint(key: unknown): string | undefined {
  if (!isJsonObject(key)) return undefined;
  const members = required.get(stringMember(key, 'kty') ?? '');
  if (members === undefined) return undefined;
  const values = members.map((name) => [name, stringMember(key, name)] as const);
  if (values.some(([, value]) => value === undefined)) return undefined;
  // Redaction hides the members and writes the thumbprint beside them.
  if (values.some(([, value]) => value !== undefined && isHidden(value))) return stringMember(key, 'jkt');
  return s256(JSON.stringify(Object.fromEntries(values)));
}

/** The key that a token is bound to, by its `cnf` claim (RFC 7800 §3.1, RFC 9449 §6.1, RFC 8705 §3.1). */
export function boundKey(
  claims: JsonObject | undefined,
): { readonly method: 'jkt' | 'x5t#S256'; readonly thumbprint: string } | undefined {
  const cnf = claims?.['cnf'];
  if (!isJsonObject(cnf)) return undefined;
  const jkt = stringMember(cnf, 'jkt') ?? jwkThumbprint(cnf['jwk']);
  if (jkt !== undefined) return { method: 'jkt', thumbprint: jkt };
  const certificate = stringMember(cnf, 'x5t#S256');
  return certificate === undefined ? undefined : { method: 'x5t#S256', thumbprint: certificate };
}
