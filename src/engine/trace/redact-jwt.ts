import { isJsonObject, parseJsonObject } from '../http/json.ts';
import { jwkThumbprint } from '../oauth/jwk-thumbprint.ts';
import { decodeBase64Text, isEncryptedJwt } from '../oauth/jwt.ts';
import { base64Url } from '../oauth/pkce.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Redaction } from './redaction.ts';

/**
 * A JWS keeps its header and its claims, each claim redacted by its name, and loses its signature (RFC 7515 §3.1); a
 * JWE keeps its header (RFC 7516 §3.1). Undefined when the text is neither.
 */
export function redactJwt(
  token: string,
  category: string,
  redaction: Redaction,
  depth: number,
): string | undefined {
  const parts = token.split('.', 6);
  const [header = '', claims = '', signature = ''] = parts;
  if (parts.length !== 3 && !(parts.length === 5 && isEncryptedJwt(token))) return undefined;
  const shownHeader = redactPart(header, 'header', redaction, depth);
  if (shownHeader === undefined) return undefined;
  if (parts.length === 5) {
    const hidden = parts.slice(1).map((part) => (part === '' ? '' : redaction.hide(part, 'encrypted', true)));
    return [shownHeader, ...hidden].join('.');
  }
  const shownClaims =
    redactPart(claims, 'claim', redaction, depth) ?? redactNested(claims, category, redaction, depth);
  if (shownClaims === undefined) return undefined;
  if (signature !== '' && !isPlaceholder(signature)) redaction.hide(token, category, true);
  return `${shownHeader}.${shownClaims}.${signature === '' ? '' : redaction.hide(signature, 'signature', true)}`;
}

/** A token inside a token (RFC 7519 §5.2). */
function redactNested(
  part: string,
  category: string,
  redaction: Redaction,
  depth: number,
): string | undefined {
  const shown = redactJwt(decodeBase64Text(part) ?? '', category, redaction, depth + 1);
  return shown === undefined ? undefined : base64Url(new TextEncoder().encode(shown));
}

/** One base64url part that holds a JSON object; a part that redaction does not change keeps its bytes. */
function redactPart(
  part: string,
  unknownCategory: string,
  redaction: Redaction,
  depth: number,
): string | undefined {
  const json = part === '' ? undefined : decodeBase64Text(part);
  if (json?.trimStart().startsWith('{') !== true) return undefined;
  const shown = redaction.json(json, unknownCategory, depth);
  if (shown === undefined) return undefined;
  return shown === json ? part : base64Url(new TextEncoder().encode(withThumbprint(shown, json)));
}

/** A key in a header loses its members and keeps its thumbprint, by which a reader sees that two proofs have one key. */
function withThumbprint(shown: string, json: string): string {
  const thumbprint = jwkThumbprint(parseJsonObject(json)?.['jwk']);
  const header = parseJsonObject(shown);
  const key = header?.['jwk'];
  if (thumbprint === undefined || !isJsonObject(key)) return shown;
  return JSON.stringify({ ...header, jwk: { ...key, jkt: thumbprint } });
}
