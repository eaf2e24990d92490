import { secretNote } from '../oauth/secret-defect.ts';
import { isPlaceholder, withNote } from './placeholder.ts';
import type { Redaction } from './redaction.ts';

/** Hides a client_secret; what is visibly wrong with it, such as quotes around it, stays as a note, being the fault looked for. */
export function hideSecret(secret: string, clientId: string | undefined, redaction: Redaction): string {
  if (isPlaceholder(secret.trim())) return secret;
  const note = secretNote(secret, clientId) ?? redaction.pieceOf(secret);
  // A template or the client_id is no secret, and would be found in many places.
  const isSecret = note !== 'never filled in' && note !== 'the client id';
  const shown = redaction.hide(secret, 'client_secret', isSecret);
  return note === undefined || note === 'white space' || shown === secret ? shown : withNote(shown, note);
}
