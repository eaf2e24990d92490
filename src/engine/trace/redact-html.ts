import { numberedRefusal } from '../oauth/error.ts';
import { unescaped } from './encodings.ts';
import { looksOpaque } from './opaque.ts';
import { redactName, type Redaction } from './redaction.ts';

/** Elements whose content never reaches a reader. */
const dropped = new Set([
  'script',
  'style',
  'svg',
  'template',
  'noscript',
  'iframe',
  'object',
  'textarea',
  'select',
  'math',
]);
const keptTags = new Set(
  'html head body title form input h1 h2 h3 h4 h5 h6 p div span pre code ul ol li dl dt dd table tr td th b i em strong section main article header footer br hr small a label button'.split(
    ' ',
  ),
);
/** Text that has none of these words says nothing about a failure. */
const aboutFailure =
  /error|invalid|denied|fail|wrong|unknown|not[ _](?:found|valid|defined|allowed|registered|match|exist|supported)|expired|mismatch|unauthori[sz]ed|forbidden|missing|required|redirect|callback|client|scope|grant|consent|AADSTS|IDX\d|tenant|realm|issuer|state|nonce|pkce|challenge|verifier|bad request|oops|sorry|something went|problem|trace|correlation|request id|timestamp/i;

/**
 * A page as a skeleton: text about a failure, and forms with their field names; attributes, scripts, styles, comments
 * and all other text are left out, but for a refusal that a script writes. Linear in the length of the page.
 */
export function redactHtml(html: string, redaction: Redaction): string {
  const skeleton = redactTags(html.replaceAll(/<wbr\s*\/?>|&shy;|\u00ad/gi, ''), redaction);
  const says = numberedRefusal(html);
  return says === undefined || numberedRefusal(skeleton) !== undefined
    ? skeleton
    : `${skeleton}<p>${redactPageText(says, redaction)}</p>`;
}

function redactTags(html: string, redaction: Redaction): string {
  let out = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) return out + redactPageText(html.slice(at), redaction);
    out += redactPageText(html.slice(at, open), redaction);
    const tag = tagAt(html, open);
    if (tag === undefined) return out;
    out += writeTag(tag, redaction);
    at = tag.end;
  }
  return out;
}

/** Text of a page or of a plain-text answer: kept, redacted, when it speaks of a failure; else an ellipsis. */
export function redactPageText(text: string, redaction: Redaction): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return /^[\s…]*$/.test(text) ? text : '…';
  if (!aboutFailure.test(text) || text.length > 4096) return '…';
  const plain = /&[#\w]/.test(text) ? unescaped(text) : text;
  return redaction.text(plain.replaceAll(/[<>]/g, ' '));
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  readonly end: number;
}

function tagAt(html: string, open: number): Tag | undefined {
  if (html.startsWith('<!--', open))
    return { name: '!', closing: false, attributes: '', end: after(html, '-->', open) };
  const close = endOfTag(html, open);
  if (close === -1) return undefined;
  const match = /^<(\/?)([a-z][a-z0-9-]{0,19})([^]*)$/i.exec(html.slice(open, close));
  if (match === null) return { name: '!', closing: false, attributes: '', end: close + 1 };
  const [, slash = '', name = '', attributes = ''] = match;
  const lower = name.toLowerCase();
  const closing = slash !== '';
  const end = !closing && dropped.has(lower) ? after(html, `</${name}`, close) : close + 1;
  return { name: lower, closing, attributes, end };
}

/** Where the tag closes; a `>` inside a quoted attribute does not close it. */
function endOfTag(html: string, open: number): number {
  let quote = '';
  for (let at = open; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  if (at === -1) return html.length;
  const close = html.indexOf('>', at);
  return close === -1 ? html.length : close + 1;
}

function writeTag(tag: Tag, redaction: Redaction): string {
  if (!keptTags.has(tag.name)) return '';
  if (tag.closing) return `</${tag.name}>`;
  if (tag.name === 'form') return `<form${writeForm(tag.attributes, redaction)}>`;
  if (tag.name === 'input') return `<input${writeInput(tag.attributes, redaction)}>`;
  return `<${tag.name}>`;
}

function writeForm(attributes: string, redaction: Redaction): string {
  const method = attributeOf(attributes, 'method');
  const action = attributeOf(attributes, 'action');
  const shownMethod =
    method !== undefined && /^(?:get|post|dialog)$/i.test(method) ? ` method="${method}"` : '';
  return action === undefined ? shownMethod : `${shownMethod} action="${escaped(redaction.url(action, 1))}"`;
}

function writeInput(attributes: string, redaction: Redaction): string {
  const type = attributeOf(attributes, 'type');
  const name = attributeOf(attributes, 'name');
  const value = attributeOf(attributes, 'value');
  const shownType = type !== undefined && /^[a-z]{1,20}$/i.test(type) ? ` type="${type}"` : '';
  if (name === undefined) return shownType;
  const shownName = ` name="${escaped(redactName(name, redaction, looksOpaque))}"`;
  if (value === undefined) return shownType + shownName;
  const shown = redaction.value({
    name,
    value,
    unknownCategory: 'form_field',
    beside: () => undefined,
    depth: 1,
  });
  return `${shownType}${shownName} value="${escaped(shown)}"`;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? undefined : unescapedAttribute(value);
}

function unescapedAttribute(value: string): string {
  return value
    .replaceAll(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole) => unescaped(whole))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
