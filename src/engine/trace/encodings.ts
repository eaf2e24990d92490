import { bytesToHex } from '@noble/hashes/utils.js';

/** Longer encodings are found by their start; what follows it goes with it. */
export const longestPattern = 64;

/** The ways a value may be written inside other text, each at most `longestPattern` characters, the value first. */
export function encodingsOf(value: string): ReadonlySet<string> {
  const bytes = new TextEncoder().encode(value);
  const percent = encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
  const json = JSON.stringify(value).slice(1, -1);
  const hex = bytesToHex(bytes.subarray(0, longestPattern));
  const all = [
    value,
    // A host, a form of a name or a log may change the case; a single word is left, being found in sentences.
    ...(/^(?:[A-Z]?[a-z]*|[A-Z]*)$/.test(value) ? [] : [value.toLowerCase(), value.toUpperCase()]),
    value.normalize('NFD'),
    value.normalize('NFC'),
    value.normalize('NFD').replaceAll(/\p{M}/gu, ''),
    percent,
    percent.replaceAll('%20', '+'),
    percent.replaceAll(/%../g, (escape) => escape.toLowerCase()),
    encodeURIComponent(percent),
    json,
    json.replaceAll('/', '\\/'),
    htmlNamed(value),
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
  ];
  return new Set(all.map((text) => text.slice(0, longestPattern)));
}

/** What of a value's base64 does not depend on what stands before and after it, for each of three alignments. */
function base64At(bytes: Uint8Array, offset: number): readonly string[] {
  const part = bytes.subarray(0, longestPattern);
  const shifted = new Uint8Array(offset + part.length);
  shifted.set(part, offset);
  const start = Math.ceil((offset * 8) / 6);
  const end = Math.floor((shifted.length * 8) / 6);
  const standard = btoa(String.fromCharCode(...shifted)).slice(start, end);
  return [standard, standard.replaceAll('+', '-').replaceAll('/', '_')];
}

function htmlNamed(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text with percent, HTML and JSON escapes undone up to three times; the text itself when it has none. */
export function unescaped(text: string): string {
  let current = text;
  for (let round = 0; round < 3; round += 1) {
    const next = undoOnce(current);
    if (next === current) return current;
    current = next;
  }
  return current;
}

function undoOnce(text: string): string {
  if (!/[%&\\]/.test(text)) return text;
  return text
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, decodePercent)
    .replaceAll(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => character(code, whole))
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('&amp;', '&')
    .replaceAll('\\/', '/');
}

function decodePercent(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

function character(code: string, whole: string): string {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
