import type { BrowserBody } from './web-request-event.ts';

/** Larger bodies are uploads, never protocol messages. */
const largest = 262_144;

/** Names that only protocol messages have, cut at an underscore. */
const cutNames = [
  ['grant', 'type'],
  ['client', 'id'],
  ['client', 'assertion'],
  ['code', 'verifier'],
  ['refresh', 'token'],
  ['access', 'token'],
  ['id', 'token'],
  ['device', 'code'],
  ['response', 'type'],
] as const;

const names = [...cutNames.map(([before, after]) => `${before}_${after}`), 'token'] as const;

const underscore = 0x5f;

/** May this be a token request or another protocol message, wherever it goes? Nothing is decoded. */
export function mayBeOAuthBody(body: BrowserBody | null | undefined): boolean {
  if (body === null || body === undefined) return false;
  if (body.formData !== undefined) {
    for (const name of names) if (body.formData[name] !== undefined) return true;
    return false;
  }
  for (const { bytes } of body.raw ?? []) {
    if (bytes instanceof ArrayBuffer && bytes.byteLength <= largest && mayBeOAuthBytes(new Uint8Array(bytes)))
      return true;
  }
  return false;
}

/** The same for a body that is text already. */
export function mayBeOAuthText(text: string): boolean {
  if (text.length > largest) return false;
  for (let at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
    for (const [before, after] of cutNames) {
      if (text.startsWith(after, at + 1) && text.startsWith(before, at - before.length)) return true;
    }
  }
  return text.startsWith('token=') || text.includes('&token=');
}

function mayBeOAuthBytes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(underscore); at >= 0; at = bytes.indexOf(underscore, at + 1)) {
    for (const [before, after] of cutNames) {
      if (spells(bytes, at + 1, after) && spells(bytes, at - before.length, before)) return true;
    }
  }
  return false;
}

function spells(bytes: Uint8Array, from: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[from + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}
