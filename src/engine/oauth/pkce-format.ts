// The form of a verifier and of its hash: RFC 7636 §4.1 and §4.2.
import { isHidden, lengthOf, parsePlaceholder } from './placeholder.ts';

/** What a value is made of that it must not have, by the note that stays when it is redacted. */
const words = {
  padded: 'ends with “=”, which base64url without padding does not have',
  'plain base64': 'is in base64 instead of base64url: it has “+” or “/”',
  'illegal characters': 'has characters that base64url does not have',
} as const;

/** What remains visible of a verifier's fault when its value is redacted, beside its length. */
export function verifierNote(verifier: string): keyof typeof words | undefined {
  if (/^[\w.~-]*$/.test(verifier)) return undefined;
  return noteOf(verifier);
}

/** What remains visible of a challenge's fault when its value is redacted, beside its length. */
export function challengeNote(challenge: string): keyof typeof words | undefined {
  return /^[\w-]*$/.test(challenge) ? undefined : noteOf(challenge);
}

function noteOf(value: string): keyof typeof words {
  if (/^[\w-]+=+$/.test(value)) return 'padded';
  return /^[\w+/-]+=*$/.test(value) ? 'plain base64' : 'illegal characters';
}

/** What is wrong with a code_verifier, to follow its name; undefined when nothing is. */
export function verifierFault(verifier: string): string | undefined {
  const note = noteAt(verifier, verifierNote);
  if (note !== undefined) return words[note];
  const length = lengthOf(verifier);
  return length >= 43 && length <= 128 ? undefined : `has ${length} characters, and 43 to 128 are allowed`;
}

/** What is wrong with the code_challenge of the method S256, to follow its name; undefined when nothing is. */
export function challengeFault(challenge: string): string | undefined {
  const note = noteAt(challenge, challengeNote);
  if (note !== undefined) return words[note];
  const length = lengthOf(challenge);
  return length === 43 ? undefined : `has ${length} characters, and a SHA-256 hash as base64url has 43`;
}

function noteAt(
  value: string,
  noteOfValue: (value: string) => keyof typeof words | undefined,
): keyof typeof words | undefined {
  if (!isHidden(value)) return noteOfValue(value);
  const note = parsePlaceholder(value)?.note;
  return note === 'padded' || note === 'plain base64' || note === 'illegal characters' ? note : undefined;
}
