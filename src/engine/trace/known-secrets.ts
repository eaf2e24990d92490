import { encodingsOf, longestPattern, unescaped } from './encodings.ts';
import { placeholders } from './placeholder.ts';

/** Finds values that were learned as secret, wherever and however they are written. */
export interface KnownSecrets {
  /**
   * Remembers a value and what stands for it; the first placeholder of a value stays. The `local` part of an address
   * is not found in another address, of which only half would go.
   */
  add(value: string, placeholder: string, local?: boolean): void;
  /** Takes a value back that is shown on purpose. */
  except(value: string): void;
  /** The text with each occurrence replaced; existing placeholders are left alone. Linear in the text's length. */
  replace(text: string): string;
}

const anchor = 6;
const addressGoesOn = /^(?:[@＠]|%(?:25)*40)/;
const wordCharacter = /[\p{L}\p{N}_]/u;
const run = /[\w.~+/=%-]/;
/** The same where the value is written with HTML or JSON escapes. */
const escapedRun = /[\w.~+/=%&#;\\-]/;

interface Pattern {
  readonly value: string;
  readonly placeholder: string;
  /** Found by its start only, or meaningless in part: the whole run of such characters goes with it. */
  readonly wholeRun: boolean;
  readonly local: boolean;
}

/** Patterns are indexed by their first characters and then by length, so that a position costs a bounded number of look-ups. */
export function createKnownSecrets(): KnownSecrets {
  const starts = new Map<string, Map<number, Map<string, Pattern>>>();
  const words = new Map<string, string>();
  const seen = new Set<string>();
  const excepted = new Set<string>();

  function addPattern(pattern: string, value: Pattern): void {
    const start = pattern.slice(0, anchor);
    const lengths = starts.get(start) ?? new Map<number, Map<string, Pattern>>();
    const patterns = lengths.get(pattern.length) ?? new Map<string, Pattern>();
    if (!patterns.has(pattern)) patterns.set(pattern, value);
    lengths.set(pattern.length, patterns);
    starts.set(start, lengths);
  }

  function longestAt(text: string, at: number): { length: number; pattern: Pattern } | undefined {
    const lengths = starts.get(text.slice(at, at + anchor));
    if (lengths === undefined) return undefined;
    let best: { length: number; pattern: Pattern } | undefined;
    for (const [length, patterns] of lengths) {
      const pattern =
        best !== undefined && length < best.length ? undefined : patterns.get(text.slice(at, at + length));
      if (pattern !== undefined && !excepted.has(pattern.value)) best = { length, pattern };
    }
    return best;
  }

  function replaceLong(text: string): string {
    if (starts.size === 0) return text;
    let out = '';
    let copied = 0;
    for (let at = 0; at + anchor <= text.length; at += 1) {
      const match = longestAt(text, at);
      if (match === undefined) continue;
      if (match.pattern.local && addressGoesOn.test(text.slice(at + match.length, at + match.length + 8)))
        continue;
      const [from, to] = match.pattern.wholeRun
        ? widen(text, copied, at, at + match.length)
        : [at, at + match.length];
      out += text.slice(copied, from) + match.pattern.placeholder;
      copied = to;
      at = to - 1;
    }
    return out + text.slice(copied);
  }

  function replaceWords(text: string): string {
    if (words.size === 0) return text;
    return text.replaceAll(/[\p{L}\p{N}_]+/gu, (word) =>
      excepted.has(word) ? word : (words.get(word) ?? word),
    );
  }

  function replacePlain(text: string): string {
    return outsidePlaceholders(replaceLong(text), replaceWords);
  }

  return {
    add(value, placeholder, local = false) {
      if (seen.has(value)) return;
      seen.add(value);
      if (value.length < anchor) {
        if (wordCharacter.test(value)) words.set(value, placeholder);
        return;
      }
      for (const pattern of encodingsOf(value)) {
        if (pattern.length < anchor) continue;
        addPattern(pattern, {
          value,
          placeholder,
          wholeRun: pattern !== value || pattern.length >= longestPattern,
          local,
        });
      }
    },
    except: (value) => excepted.add(value),
    replace: (text) =>
      outsidePlaceholders(text, (piece) => {
        const replaced = replacePlain(piece);
        // What was escaped in an unusual way cannot be cut out in place: the words that hold it go as a whole.
        return replaced.replaceAll(/[^\s"'<>‹›]+/g, (word) => {
          if (!/[%&\\]/.test(word)) return word;
          const plain = unescaped(word);
          return plain === word ? word : (firstPlaceholder(replacePlain(plain), plain) ?? word);
        });
      }),
  };
}

function firstPlaceholder(replaced: string, plain: string): string | undefined {
  return replaced === plain ? undefined : replaced.match(placeholders)?.[0];
}

/** Applies `change` to the text between placeholders. */
export function outsidePlaceholders(text: string, change: (piece: string) => string): string {
  if (!text.includes('‹')) return change(text);
  return text
    .split(placeholders)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join('');
}

function widen(text: string, least: number, from: number, to: number): readonly [number, number] {
  const written = /[&\\]/.test(text.slice(from, to)) ? escapedRun : run;
  let start = from;
  let end = to;
  while (start > least && written.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && written.test(text.charAt(end))) end += 1;
  return [start, end];
}
