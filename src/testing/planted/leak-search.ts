import { decodeBase64Text } from '../../engine/oauth/jwt.ts';

/** Characters by which a needle is looked up; none is shorter. */
const anchor = 8;

/** The values that can be found in a text, as they are or behind layers of encoding. */
export function findLeaks(text: string, planted: Iterable<string>): readonly string[] {
  const starts = new Map<string, (readonly [needle: string, value: string])[]>();
  for (const value of planted)
    for (const needle of needlesOf(value)) {
      const start = needle.slice(0, anchor);
      const those = starts.get(start) ?? [];
      those.push([needle, value]);
      starts.set(start, those);
    }
  const found = new Set<string>();
  for (const view of viewsOf(text))
    for (let at = 0; at + anchor <= view.length; at += 1)
      for (const [needle, value] of starts.get(view.slice(at, at + anchor)) ?? [])
        if (view.startsWith(needle, at)) found.add(value);
  return [...found];
}

/** The value, and the halves of a long one, since half a secret is too much. */
function needlesOf(value: string): readonly string[] {
  const lower = value.toLowerCase();
  if (lower.length < 24) return [lower];
  const half = Math.floor(lower.length / 2);
  return [lower, lower.slice(0, half), lower.slice(half)];
}

function viewsOf(text: string): readonly string[] {
  const views = new Set<string>();
  let layer = new Set([text]);
  for (let depth = 0; depth < 4; depth += 1) {
    const next = new Set<string>();
    for (const each of layer) {
      views.add(each.toLowerCase());
      for (const decoded of decodings(each)) if (!views.has(decoded.toLowerCase())) next.add(decoded);
    }
    layer = next;
  }
  return [...views];
}

function decodings(text: string): readonly string[] {
  const plain = unescapedText(text);
  return [
    ...(plain === text ? [] : [plain]),
    ...(text.includes('+') ? [text.replaceAll('+', ' ')] : []),
    ...joined(text.matchAll(/[0-9a-f]{12,}/gi), hex),
    ...joined(text.matchAll(/[\w+/-]{8,}/g), base64),
  ];
}

/** Percent, JSON and HTML escapes undone until nothing changes. */
function unescapedText(text: string): string {
  let current = text;
  for (let round = 0; round < 5; round += 1) {
    const next = current
      .replaceAll(/(?:%[0-9a-f]{2})+/gi, percent)
      .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replaceAll(/\\(["\\/])/g, '$1')
      .replaceAll(/&?#x([0-9a-f]{1,6});/gi, (_, code: string) => character(Number.parseInt(code, 16)))
      .replaceAll(/&?#(\d{1,7});/g, (_, code: string) => character(Number(code)))
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    if (next === current) return current;
    current = next;
  }
  return current;
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** What all runs decode to, one text, so that the number of views stays small. */
function joined(
  runs: Iterable<RegExpMatchArray>,
  decode: (run: string) => readonly string[],
): readonly string[] {
  const text = [...runs].flatMap(([run]) => decode(run)).join('\n');
  return text === '' ? [] : [text];
}

function percent(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/** At each alignment: a value may begin in the middle of a longer encoded text. */
function base64(run: string): readonly string[] {
  return [0, 1, 2, 3].flatMap((offset) => {
    const part = run.slice(offset);
    const whole = part.length % 4 === 1 ? part.slice(0, -1) : part;
    const decoded = decodeBase64Text(whole);
    return decoded === undefined || !/[\w@]{4}/.test(decoded) ? [] : [decoded];
  });
}

function hex(run: string): readonly string[] {
  const even = run.slice(0, run.length - (run.length % 2));
  const bytes = Uint8Array.from(even.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return [new TextDecoder().decode(bytes)];
}
