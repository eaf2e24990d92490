import type { Header } from './exchange.ts';

interface Common {
  readonly headers: readonly Header[];
  readonly body: string;
  /** Line of the start line, from 1. */
  readonly line: number;
}

/** One message of a text of HTTP messages. */
export type RawMessage =
  | (Common & { readonly kind: 'request'; readonly method: string; readonly target: string })
  | (Common & { readonly kind: 'answer'; readonly status: number });

const requestLine = /^([A-Z]{3,20}) (\S+)(?: HTTP\/\d(?:\.\d)?)\s*$/;
const statusLine = /^HTTP\/\d(?:\.\d)? (\d{3})(?: .*)?$/;
const startLine = /^(?:[A-Z]{3,20} \S+ HTTP\/\d(?:\.\d)?[ \t]*|HTTP\/\d(?:\.\d)? \d{3}(?: .*)?)\r?$/gm;
const headerLine = /^(:?[!#$%&'*+.^_`|~\w-]+):[ \t]*(.*?)[ \t]*$/;

/** Cuts a text into its messages; whatever stands before the first start line is left out. */
export function readRawMessages(text: string): readonly RawMessage[] {
  const written = text.replace(/^\ufeff/, '');
  const isMarked = /^(> )?[A-Z]{3,20} \S+ HTTP\//m.exec(written)?.[1] !== undefined;
  const plain = isMarked ? written.split(/\r?\n/).flatMap(withoutCurlMarks).join('\n') : written;
  const messages: RawMessage[] = [];
  let line = 1;
  let counted = 0;
  // Where lengths do not fit they are of another form of the text, and trying each would read the rest each time.
  let misfits = 0;
  let start = nextStart(plain, 0);
  while (start !== undefined) {
    const following = nextStart(plain, start + 1);
    const exact = misfits < 10 ? exactBody(plain, start, following) : undefined;
    if (exact === undefined && /^content-length:/im.test(plain.slice(start, following))) misfits += 1;
    line += plain.slice(counted, start).split('\n').length - 1;
    counted = start;
    const end = exact?.from ?? following ?? plain.length;
    const message = readMessage(plain.slice(start, end).split(/\r?\n/), line, exact?.body);
    if (message.kind === 'request' || message.status >= 200) messages.push(message);
    start = exact === undefined ? following : nextStart(plain, exact.from + exact.body.length);
  }
  return messages;
}

function nextStart(text: string, from: number): number | undefined {
  startLine.lastIndex = from;
  return startLine.exec(text)?.index;
}

/**
 * The body of a message that gives its length, to the letter; undefined when the text does not go on after it with a
 * message or end, as where an editor changed the line ends.
 */
function exactBody(
  text: string,
  start: number,
  following: number | undefined,
): { readonly from: number; readonly body: string } | undefined {
  const own = text.slice(start, following);
  const found = /\r?\n\r?\n/.exec(own);
  if (found === null) return undefined;
  const head = own.slice(0, found.index);
  const length = Number(/^content-length:[ \t]*(\d{1,9})[ \t]*\r?$/im.exec(head)?.[1] ?? NaN);
  if (Number.isNaN(length) || /^transfer-encoding:/im.test(head)) return undefined;
  const from = start + found.index + found[0].length;
  const bytes = new TextEncoder().encode(text.slice(from, from + length)).subarray(0, length);
  const body = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const goesOn = /\s*(?:$|[A-Z]{3,20} \S+ HTTP\/|HTTP\/\d)/y;
  goesOn.lastIndex = from + body.length;
  const isWhole = bytes.length === length && text.startsWith(body, from);
  return isWhole && goesOn.test(text) ? { from, body } : undefined;
}

/** `curl -v`: `* ` is talk, `> ` the request, `< ` the answer, and what has no mark is a body. */
function withoutCurlMarks(line: string): readonly string[] {
  if (/^(?:\*|[{}]) /.test(line)) return [];
  const marked = /^[<>] ?(.*)$/.exec(line);
  return [marked?.[1] ?? line];
}

function readMessage(lines: readonly string[], line: number, exact?: string): RawMessage {
  const [start = '', ...rest] = lines;
  const blank = rest.findIndex((each) => headerLine.exec(each) === null);
  const head = blank === -1 ? rest : rest.slice(0, blank);
  const headers = head.flatMap((each) => {
    const match = headerLine.exec(each);
    return match?.[1] === undefined ? [] : [{ name: match[1], value: match[2] ?? '' }];
  });
  const written = blank === -1 ? '' : rest.slice(blank + 1).join('\n');
  const body = exact ?? bodyOf(written, headers);
  const status = statusLine.exec(start)?.[1];
  if (status !== undefined) return { kind: 'answer', status: Number(status), headers, body, line };
  const request = requestLine.exec(start);
  return { kind: 'request', method: request?.[1] ?? '', target: request?.[2] ?? '', headers, body, line };
}

/** The length the sender gave, when the text has that many bytes; otherwise all of it without blank lines at the end. */
function bodyOf(written: string, headers: readonly Header[]): string {
  const header = (name: string): string | undefined =>
    headers.find((each) => each.name.toLowerCase() === name)?.value;
  if (/chunked/i.test(header('transfer-encoding') ?? '')) return unchunked(written) ?? written.trimEnd();
  const length = Number(header('content-length'));
  const bytes = new TextEncoder().encode(written);
  if (!Number.isInteger(length) || length <= 0 || length > bytes.length) return written.trimEnd();
  return new TextDecoder().decode(bytes.subarray(0, length));
}

/** Chunked coding (RFC 9112 §7.1); undefined when the text is not coded so, e.g. because a tool has undone it. */
function unchunked(written: string): string | undefined {
  let bytes = new TextEncoder().encode(written);
  let body = '';
  for (;;) {
    const end = bytes.indexOf(10);
    const size = /^([0-9a-f]{1,7})(?:;.*)?\r?$/i.exec(
      new TextDecoder().decode(bytes.subarray(0, Math.max(0, end))),
    );
    if (size?.[1] === undefined) return undefined;
    const length = Number.parseInt(size[1], 16);
    if (length === 0) return body;
    if (end + 1 + length > bytes.length) return undefined;
    body += new TextDecoder().decode(bytes.subarray(end + 1, end + 1 + length));
    const next = bytes.indexOf(10, end + 1 + length);
    if (next === -1) return undefined;
    bytes = bytes.subarray(next + 1);
  }
}
