import { decodeBase64Text } from '../oauth/jwt.ts';
import { isPlaceholder } from './placeholder.ts';
import { redactJwt } from './redact-jwt.ts';
import type { Redaction } from './redaction.ts';

/** Authorization, RFC 9110 §11.6.2: the scheme stays, and so do the client_id and the faults of Basic credentials. */
export function redactAuthorization(value: string, redaction: Redaction): string {
  const match = /^(\s*)(Basic|Bearer|DPoP|Digest|Negotiate|NTLM|GNAP)(\s+)(.*)$/is.exec(value);
  if (match === null) return redaction.hide(value, 'authorization', true);
  const [, lead = '', scheme = '', gap = '', credentials = ''] = match;
  return lead + scheme + gap + redactCredentials(scheme.toLowerCase(), credentials, redaction);
}

function redactCredentials(scheme: string, credentials: string, redaction: Redaction): string {
  if (scheme === 'basic') return redactBasic(credentials, redaction);
  if (scheme !== 'bearer' && scheme !== 'dpop') return redaction.hide(credentials, 'authorization', true);
  return (
    redactJwt(credentials, 'access_token', redaction, 1) ?? redaction.hide(credentials, 'access_token', true)
  );
}

/**
 * RFC 7617 §2 and RFC 6749 §2.3.1. The result decodes again to `client_id:‹client_secret…›`, with the white space and
 * the missing form encoding of the original, because these are faults a reader has to see.
 */
function redactBasic(credentials: string, redaction: Redaction): string {
  const core = credentials.trim();
  if (core === '' || isPlaceholder(core)) return credentials;
  const text = decodeBase64Text(core);
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon === -1) return redaction.hide(credentials, 'authorization', true);
  const [id, secret] = [text.slice(0, colon), text.slice(colon + 1)];
  if (text.includes('\ufffd') || !/^[\w.~:/+%@ -]*$/.test(id) || id.length > 512)
    return redaction.hide(credentials, 'authorization', true);
  const shown = `${redaction.keep(id, 'client_id')}:${redactSecret(secret, redaction)}`;
  return shown === text ? credentials : credentials.replace(core, base64(shown));
}

/** A secret that was form-encoded is shown as an encoded placeholder, any other as a bare one. */
function redactSecret(secret: string, redaction: Redaction): string {
  const decoded = formDecoded(secret);
  if (decoded !== undefined && isPlaceholder(decoded.trim())) return secret;
  const hidden = redaction.hide(decoded ?? secret, 'client_secret', true);
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
