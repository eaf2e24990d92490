import { readAuthError, writeAuthError, type AuthError } from '../oauth/auth-error.ts';
import { s256 } from '../oauth/pkce.ts';
import { challengeNote, verifierNote } from '../oauth/pkce-format.ts';
import { isForeign, isLogin, treatmentOf } from './name-policy.ts';
import { hasMachineWord } from './opaque.ts';
import { withNote } from './placeholder.ts';
import { hideSecret } from './hide-secret.ts';
import { rememberInside } from './redact-inside.ts';
import { redactJwt } from './redact-jwt.ts';
import { deepest, type NamedValue, type Redaction } from './redaction.ts';

const absoluteUrl = /^[a-z][a-z0-9+.-]*:\/\//i;

/** One value by the rule of its name. */
export function redactValue(named: NamedValue, redaction: Redaction): string {
  const { name, value, depth } = named;
  if (value === '') return value;
  // What is a secret elsewhere stays hidden, and so does a token, whatever it is called.
  if (redaction.keepsName(name) && !value.startsWith('ey')) return redaction.known(value);
  if (isForeign(name, value)) return redaction.hide(value, named.unknownCategory, false);
  const treatment = treatmentOf(name, named.unknownCategory);
  if (depth > deepest) return redaction.hide(value, 'nested', false);
  switch (treatment.how) {
    case 'trace':
    case 'words':
    case 'keep':
      if (treatment.how === 'trace' && redaction.hidesTraceIds)
        return redaction.hide(value, 'trace_id', true);
      if (treatment.how === 'words' && hasMachineWord(value)) return redaction.text(value);
      return absoluteUrl.test(value) ? redaction.url(value, depth + 1) : keepPieces(named, redaction);
    case 'url':
      return redaction.url(value, depth + 1);
    case 'text':
      return redaction.text(value);
    case 'json':
      return (
        redaction.json(value, named.unknownCategory, depth + 1) ??
        redaction.hide(value, named.unknownCategory, false)
      );
    case 'jwt':
      return (
        redactJwt(value, treatment.category, redaction, depth + 1) ??
        hideOpaqueToken(named, treatment.category, redaction)
      );
    case 'hide':
      // Apple’s secrets are signed JWTs, whose claims say until when they are good.
      return (
        (named.name === 'client_secret'
          ? redactJwt(value, treatment.category, redaction, depth + 1)
          : undefined) ?? hideByName(named, treatment.category, treatment.listed, redaction)
      );
  }
}

/** Words that are shown, but for an address with parameters or a token among them, as in a scope; a client_id that stands in the place of the secret shows which is which. */
function keepPieces(
  { value, unknownCategory, depth, name, beside }: NamedValue,
  redaction: Redaction,
): string {
  const secret = name === 'client_id' ? beside('client_secret') : undefined;
  if (secret !== undefined && redaction.isKept(secret) && !redaction.isKept(value))
    return redaction.hide(value, 'client_secret', true);
  const shown = value
    .split(/([\s,]+)/)
    .map((piece) =>
      absoluteUrl.test(piece) && /[?#@]/.test(piece)
        ? redaction.url(piece, depth + 1)
        : (redactJwt(piece, 'jwt', redaction, depth + 1) ?? piece),
    )
    .join('');
  return shown === value ? redaction.keep(value, unknownCategory) : redaction.known(shown);
}

/** That an assertion is no JWT is a fault a reader has to see, and so is what befell a refresh token; of other tokens it is nothing special. */
function hideOpaqueToken(
  { name, value, beside }: NamedValue,
  category: string,
  redaction: Redaction,
): string {
  const shown = redaction.hide(value, category, true);
  if (name === 'client_assertion') return noted(shown, value, 'no jwt');
  if (name !== 'refresh_token' || shown === value) return shown;
  if (beside('grant_type') !== undefined) return noted(shown, value, redaction.alterationOf(value));
  redaction.issued(value);
  return shown;
}

/**
 * A verifier and the challenge it answers (RFC 7636 §4.2) show the same tag, so that a reader of the redacted file can
 * still see whether they belong together; with the method `plain` the challenge is the verifier itself.
 */
function hideByName(named: NamedValue, category: string, listed: boolean, redaction: Redaction): string {
  const { name, value, depth } = named;
  rememberInside(value, redaction, depth);
  // The subject of a client's own assertion is the client (RFC 7523 §3), which iss tells as well.
  if (name === 'sub' && named.beside('iss') === value) return redaction.keep(value, category);
  if (name === 'client_secret') return hideSecret(value, named.beside('client_id'), redaction);
  const refusal = name === 'authError' ? readAuthError(value) : undefined;
  if (refusal !== undefined) return redactRefusal(refusal, redaction);
  if (name === 'code_verifier') {
    const shown = redaction.hide(value, category, listed, s256(value.trim()));
    return noted(shown, value, verifierNote(value));
  }
  if (name === 'code_challenge') {
    const plain = (named.beside('code_challenge_method') ?? 'plain') === 'plain';
    const shown = redaction.hide(value, category, listed, plain ? s256(value.trim()) : value.trim());
    return noted(shown, value, plain ? undefined : challengeNote(value));
  }
  return redaction.hide(value, category, listed || isLogin(name, value));
}

/** Why Google refused a login stays to be read; the link and the request that follow go. */
function redactRefusal({ code, message }: AuthError, redaction: Redaction): string {
  return writeAuthError({ code, message: message === undefined ? undefined : redaction.text(message) });
}

function noted(shown: string, value: string, note: string | undefined): string {
  return note === undefined || shown === value ? shown : withNote(shown, note);
}
