// Proof Key for Code Exchange, RFC 7636 §4.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { parsePlaceholder, sameSecret } from './placeholder.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** BASE64URL(SHA256(ASCII(verifier))), RFC 7636 §4.2. */
export function s256(verifier: string): string {
  return base64Url(sha256(new TextEncoder().encode(verifier)));
}

/** The hash in hexadecimal, which some clients send by mistake. */
export function sha256Hex(verifier: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(verifier)));
}

/** Base64url without padding, RFC 4648 §5. */
export function base64Url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const characters = Math.min(bytes.length - index, 3) + 1;
    for (let shift = 0; shift < characters; shift++)
      text += alphabet.charAt((group >> (18 - 6 * shift)) & 63);
  }
  return text;
}

/**
 * Whether a verifier belongs to a challenge; undefined when that cannot be told (unknown method, or only one side
 * was redacted, or the two in two exports). One export gives a verifier and its challenge the same tag.
 */
export function verifierMatches(
  verifier: string,
  challenge: string,
  method: string | undefined,
): boolean | undefined {
  const hiddenVerifier = parsePlaceholder(verifier);
  const hiddenChallenge = parsePlaceholder(challenge);
  if (hiddenVerifier !== undefined || hiddenChallenge !== undefined) {
    if (hiddenVerifier === undefined || hiddenChallenge === undefined) return undefined;
    return sameSecret(hiddenVerifier, hiddenChallenge);
  }
  switch (method ?? 'plain') {
    case 'S256':
      return s256(verifier) === challenge;
    case 'plain':
      return verifier === challenge;
    default:
      return undefined;
  }
}

/** One key for a challenge and for the verifier that answers it, to join a token request to its authorization request. */
export function challengeKey(challenge: string): string {
  const hidden = parsePlaceholder(challenge);
  return hidden === undefined ? challenge : `‹${hidden.tag}›`;
}

/** The keys of the challenges this verifier may answer: S256, and plain. */
export function verifierKeys(verifier: string): readonly string[] {
  const hidden = parsePlaceholder(verifier);
  return hidden === undefined ? [s256(verifier), verifier] : [`‹${hidden.tag}›`];
}
