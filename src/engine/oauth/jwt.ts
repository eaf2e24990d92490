// JSON Web Token, RFC 7519; read only, signatures are not checked here.
import { parseJsonObject, stringMember, type JsonObject } from '../http/json.ts';

/** A compact JWS whose parts could be read. */
export interface DecodedJwt {
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

/** Decodes `header.payload.signature`, the claims of a nested one (§5.2, `cty`) too; undefined for opaque or encrypted tokens. */
export function decodeJwt(token: string): DecodedJwt | undefined {
  const parts = token.split('.', 6);
  if (parts.length !== 3 || token.length > 262_144) return undefined;
  const header = decodePart(parts[0] ?? '');
  const payload = decodeBase64Text(parts[1] ?? '') ?? '';
  const inner = /^jwt$/i.test(stringMember(header, 'cty') ?? '') ? decodeJwt(payload) : undefined;
  const claims = inner?.claims ?? parseJsonObject(payload);
  return header === undefined || claims === undefined ? undefined : { header, claims };
}

/** True for the five-part form of an encrypted token (RFC 7516). */
export function isEncryptedJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}

/** The header of an encrypted token (RFC 7516 §3); what is inside only its receiver can read. */
export function encryptedHeader(token: string): JsonObject | undefined {
  return isEncryptedJwt(token) ? decodePart(token.slice(0, token.indexOf('.'))) : undefined;
}

/** The bytes of base64 or base64url text as UTF-8; undefined when it is neither. */
export function decodeBase64Text(text: string): string | undefined {
  if (!/^[A-Za-z0-9_+/-]*={0,2}$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function decodePart(part: string): JsonObject | undefined {
  const text = part === '' ? undefined : decodeBase64Text(part);
  return text === undefined ? undefined : parseJsonObject(text);
}
