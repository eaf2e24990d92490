import { decodeBase64Text } from '../oauth/jwt.ts';
import { redactJwt } from './redact-jwt.ts';
import { deepest, type Redaction } from './redaction.ts';

const insides = [
  /"((?:[^"\\]|\\.){6,2048})"/g,
  /'([^'\n]{6,2048})'/g,
  />([^<>]{6,2048})</g,
  /\r?\n\r?\n([^\r\n]{6,2048})\r?\n/g,
] as const;

/**
 * Remembers what stands inside a value that is hidden whole, so that it is found where another text quotes it: members
 * of JSON, also in base64, claims of a JWT, quoted words, texts of elements, parts of a multipart body.
 */
export function rememberInside(text: string, redaction: Redaction, depth: number): void {
  if (!redaction.isLearning() || text.length > 262_144 || depth > deepest) return;
  const start = text.trimStart();
  const decoded = start.length >= 16 ? decodeBase64Text(start) : undefined;
  if (decoded?.startsWith('{') === true) rememberInside(decoded, redaction, depth + 1);
  if (/^[[{]/.test(start) && redaction.json(start, 'member', depth + 1) !== undefined) return;
  if (start.startsWith('ey') && redactJwt(start, 'jwt', redaction, depth + 1) !== undefined) return;
  for (const inside of insides)
    for (const [, piece] of text.matchAll(inside)) redaction.remember(piece ?? '', 'body', false);
}
