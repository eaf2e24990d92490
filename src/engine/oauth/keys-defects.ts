// Key sets: RFC 7517 §4.5 (kid) and §9.2 (private keys), RFC 7518 §3.3 (RSA).
import { isJsonObject, stringMember, type JsonObject } from '../http/json.ts';
import type { KeysDefect } from './message.ts';
import { lengthOf } from './placeholder.ts';

/** 2048 bits are 256 octets, in base64url without padding. */
const shortestModulus = 342;

/** What is wrong with the keys of a document, worst first; several keys, and keys for encryption, are not. */
export function keysDefects(members: readonly unknown[]): readonly KeysDefect[] {
  const keys = members.filter(isJsonObject);
  if (keys.length === 0) return ['empty'];
  const found: KeysDefect[] = [];
  if (keys.some((key) => ['d', 'p', 'q', 'k', 'priv'].some((name) => stringMember(key, name) !== undefined)))
    found.push('private');
  if (keys.some(({ kty, n }) => kty === 'RSA' && typeof n === 'string' && lengthOf(n) < shortestModulus))
    found.push('weak');
  if (keys.some((key, index) => keys.slice(index + 1).some((other) => isConfusable(key, other))))
    found.push('same_kid');
  return found;
}

/** Two keys between which a client cannot choose; one key may stand there once for each algorithm. */
function isConfusable(key: JsonObject, other: JsonObject): boolean {
  const same = (name: string): boolean => key[name] === other[name];
  return (
    stringMember(key, 'kid') !== undefined &&
    ['kid', 'kty', 'use', 'alg', 'crv'].every(same) &&
    !['n', 'x', 'pub'].every(same)
  );
}
