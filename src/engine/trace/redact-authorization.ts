import { readBasic } from '../oauth/basic-credentials.ts';
import { decodeBase64Text } from '../oauth/jwt.ts';
import { looksOpaque } from './opaque.ts';
import { isPlaceholder, withNote } from './placeholder.ts';
import { hideSecret } from './hide-secret.ts';
import { redactJwt } from './redact-jwt.ts';
import type { Redaction } from './redaction.ts';

/** Authorization, RFC 9110 §11.6.2: the scheme stays, and so do the client_id and the faults of Basic credentials. */
export function redactAuthorization(value: string, redaction: Redaction, who: Who = 'client_id'): string {
  if (value.trim() === '' || /^\s*(?:Basic|Bearer|DPoP)\s*$/i.test(value)) return value;
  const fault = readBasic(value)?.fault;
  const match = /^(\s*)(Basic|Bearer|DPoP|Digest|Negotiate|NTLM|GNAP)(\s+)(.*)$/is.exec(value);
  if (match === null) return hideNoted(value, fault, redaction);
  const [, lead = '', scheme = '', gap = '', credentials = ''] = match;
  const shown = redactCredentials(scheme.toLowerCase(), credentials, fault, { redaction, who });
  return lead + scheme + gap + shown;
}

/** Whom Basic credentials name: a client, or, at a proxy, a person. */
type Who = 'client_id' | 'username';

function rememberPair(credentials: string, redaction: Redaction): void {
  const [name = '', ...password] = decodeBase64Text(credentials.trim())?.split(':') ?? [];
  redaction.remember(name, 'username', /[^a-z]/i.test(name));
  redaction.remember(password.join(':'), 'password', true);
}

function redactCredentials(
  scheme: string,
  credentials: string,
  fault: string | undefined,
  { redaction, who }: { readonly redaction: Redaction; readonly who: Who },
): string {
  if (scheme === 'basic' && who === 'client_id') return redactBasic(credentials, fault, redaction);
  if (scheme === 'basic') rememberPair(credentials, redaction);
  if ((scheme !== 'bearer' && scheme !== 'dpop') || fault !== undefined)
    return hideNoted(credentials, fault, redaction);
  return (
    redactJwt(credentials, 'access_token', redaction, 1) ?? redaction.hide(credentials, 'access_token', true)
  );
}

function hideNoted(value: string, fault: string | undefined, redaction: Redaction): string {
  const shown = redaction.hide(value, 'authorization', true);
  return fault === undefined || shown === value ? shown : withNote(shown, fault);
}

/**
 * RFC 7617 §2 and RFC 6749 §2.3.1. The result decodes again to `client_id:‹client_secret…›`, with the white space and
 * the missing form encoding of the original, because these are faults a reader has to see.
 */
function redactBasic(credentials: string, fault: string | undefined, redaction: Redaction): string {
  const core = credentials.trim();
  if (core === '' || isPlaceholder(core)) return credentials;
  const text = decodeBase64Text(core);
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon === -1) return hideNoted(credentials, fault, redaction);
  const [id, secret] = [text.slice(0, colon), text.slice(colon + 1)];
  if (isPlaceholder(id)) return credentials;
  if (text.includes('\ufffd') || !/^[\w.~:/+%@ -]*$/.test(id) || id.length > 512)
    return hideNoted(credentials, fault, redaction);
  // Each in the other's place: what stands for the id is then the secret.
  const isSwapped = redaction.isKept(secret) && !redaction.isKept(id);
  // A token in the place of the user, as APIs take it.
  const isToken = secret === '' && looksOpaque(id) && !redaction.isKept(id);
  const shown = isToken
    ? `${redaction.hide(id, 'authorization', true)}:`
    : isSwapped
      ? `${redaction.hide(id, 'client_secret', true)}:${secret}`
      : `${redaction.keep(id, 'client_id')}:${redactSecret(secret, id, fault, redaction)}`;
  return shown === text ? credentials : credentials.replace(core, base64(shown));
}

/** A secret that was form-encoded is shown as an encoded placeholder, any other as a bare one. */
function redactSecret(secret: string, id: string, fault: string | undefined, redaction: Redaction): string {
  const decoded = formDecoded(secret);
  if (decoded !== undefined && isPlaceholder(decoded.trim())) return secret;
  const hidden = hideSecret(decoded ?? secret, id, redaction);
  if (fault === 'not_form_encoded' && isPlaceholder(hidden)) return withNote(hidden, fault);
  return decoded === undefined ? hidden : encodeURIComponent(hidden);
}

/** The value, when the text is a form-encoded value; undefined when it is not encoded as one. */
function formDecoded(text: string): string | undefined {
  if (!/^[\w.*+~!'()%-]*$/.test(text)) return undefined;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
