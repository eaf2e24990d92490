/** More of a page than this never holds the first error text. */
const scanned = 262_144;

/** `head` is not here: its end tag may be left out, and what it shows stands in these. */
const invisible = new Set(['script', 'style', 'svg', 'template', 'noscript', 'title']);
const inline = new Set([
  'a',
  'b',
  'i',
  'em',
  'strong',
  'span',
  'code',
  'small',
  'u',
  'font',
  'label',
  'kbd',
  'var',
]);

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** The visible text of a page, one line a block; scripts, styles and the head are left out. Linear in its length. */
export function htmlText(html: string): string {
  const page = html.slice(0, scanned);
  // Not toLowerCase: it makes some letters longer, and positions in both texts must agree.
  const lower = page.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const pieces: string[] = [];
  let position = 0;
  while (position < page.length) {
    const open = page.indexOf('<', position);
    if (open < 0) break;
    pieces.push(page.slice(position, open));
    if (!/[a-z/!?]/.test(lower.charAt(open + 1))) {
      pieces.push('<');
      position = open + 1;
      continue;
    }
    const next = endOfTag(lower, open);
    if (next === undefined) return tidy(pieces);
    if (next.breaksLine) pieces.push('\n');
    position = next.position;
  }
  pieces.push(page.slice(position));
  return tidy(pieces);
}

/** The content of the page's `title`. */
export function htmlTitle(html: string): string | undefined {
  const match = /<title[^<>]*>([^<]{0,500})/i.exec(html.slice(0, scanned));
  const title = decodeEntities(match?.[1] ?? '').trim();
  return title === '' ? undefined : title;
}

/** Where the text goes on after the tag, comment or invisible element that starts at `open`. */
function endOfTag(
  lower: string,
  open: number,
): { readonly position: number; readonly breaksLine: boolean } | undefined {
  if (lower.startsWith('<!--', open)) {
    const end = lower.indexOf('-->', open);
    return end < 0 ? undefined : { position: end + 3, breaksLine: false };
  }
  const close = lower.indexOf('>', open);
  if (close < 0) return undefined;
  const name = /^<\/?([a-z][a-z0-9]{0,19})/.exec(lower.slice(open, open + 24))?.[1] ?? '';
  if (!invisible.has(name) || lower[open + 1] === '/' || (name === 'svg' && lower[close - 1] === '/'))
    return { position: close + 1, breaksLine: !inline.has(name) };
  const end = lower.indexOf(`</${name}`, close);
  return end < 0 ? undefined : { position: end, breaksLine: true };
}

function tidy(pieces: readonly string[]): string {
  return decodeEntities(pieces.join(''))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Character references as characters; unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities.get(name.toLowerCase()) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
