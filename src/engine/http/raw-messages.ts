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
const headerLine = /^(:?[!#$%&'*+.^_`|~\w-]+):[ \t]*(.*?)[ \t]*$/;

/** Cuts a text into its messages; whatever stands before the first start line is left out. */
export function readRawMessages(text: string): readonly RawMessage[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const plain = lines.some((line) => /^> [A-Z]+ \S+ HTTP\//.test(line))
    ? lines.flatMap(withoutCurlMarks)
    : lines;
  const starts = plain.flatMap((line, index) =>
    requestLine.test(line) || statusLine.test(line) ? [index] : [],
  );
  return starts
    .map((start, index) => readMessage(plain.slice(start, starts[index + 1]), start + 1))
    .filter((message) => message.kind === 'request' || message.status >= 200);
}

/** `curl -v`: `* ` is talk, `> ` the request, `< ` the answer, and what has no mark is a body. */
function withoutCurlMarks(line: string): readonly string[] {
  if (/^(?:\*|[{}]) /.test(line)) return [];
  const marked = /^[<>] ?(.*)$/.exec(line);
  return [marked?.[1] ?? line];
}

function readMessage(lines: readonly string[], line: number): RawMessage {
  const [start = '', ...rest] = lines;
  const blank = rest.findIndex((each) => headerLine.exec(each) === null);
  const head = blank === -1 ? rest : rest.slice(0, blank);
  const headers = head.flatMap((each) => {
    const match = headerLine.exec(each);
    return match?.[1] === undefined ? [] : [{ name: match[1], value: match[2] ?? '' }];
  });
  const written = blank === -1 ? '' : rest.slice(blank + 1).join('\n');
  const body = bodyOf(written, headers);
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
