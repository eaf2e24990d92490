// Answers that a page delivers by script: Form Post Response Mode §2, and `response_mode=web_message`.
import { decodeEntities } from '../http/html-text.ts';
import type { Parameter } from '../http/parameters.ts';
import type { Reading } from '../http/reading.ts';

/** An authorization response that stands in a page of the authorization server. */
export interface ResponseInPage {
  readonly mode: 'form_post' | 'web_message';
  readonly target: string;
  readonly parameters: readonly Parameter[];
}

/** Such pages hold a form or a short script, and nothing else. */
const largestPage = 65_536;

/** A cheap test of a page's text. */
export function mayDeliver(page: string): boolean {
  if (page.length > largestPage) return false;
  return (
    (page.includes('<form') && /\bname=["']?(?:code|id_token|error|response|access_token)\b/.test(page)) ||
    page.includes('authorization_response') ||
    page.includes('.postMessage(')
  );
}

/** Reads the form that the page sends off by itself, or the message it posts to the window that opened it. */
export function responseInPage(reading: Reading): ResponseInPage | undefined {
  const { exchange } = reading;
  const page = exchange.responseBody?.text;
  if (page === undefined || exchange.redirectTarget !== undefined || !mayDeliver(page)) return undefined;
  return formIn(page) ?? messageIn(page, reading);
}

function formIn(page: string): ResponseInPage | undefined {
  const form = /<form\b[^<>]{0,8192}>/i.exec(page)?.[0];
  const target = form === undefined ? undefined : attribute(form, 'action');
  if (target === undefined || !/^[a-z][\w+.-]*:/i.test(target)) return undefined;
  const parameters = [...page.matchAll(/<input\b[^<>]{0,16384}>/gi)].flatMap(([input]) => {
    const name = attribute(input, 'name');
    return name === undefined ? [] : [parameter(name, attribute(input, 'value') ?? '')];
  });
  return { mode: 'form_post', target, parameters };
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(tag);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? undefined : decodeEntities(value);
}

const names =
  'code|state|iss|error|error_description|id_token|access_token|token_type|expires_in|session_state|response';
/** `"code":"…"` in an object, or `data.code = '…'`. */
const member = new RegExp(
  String.raw`(?:["']?\b(${names})["']?\s*:\s*|\.(${names})\s*=\s*)(?:"([^"\\<>]{1,8192}(?:\\x[0-9a-fA-F]{2}[^"\\<>]{0,8192}){0,64})"|'([^'\\<>]{1,8192}(?:\\x[0-9a-fA-F]{2}[^'\\<>]{0,8192}){0,64})')`,
  'g',
);

function messageIn(page: string, reading: Reading): ResponseInPage | undefined {
  if (!page.includes('authorization_response') && !page.includes('.postMessage(')) return undefined;
  const parameters = [...page.matchAll(member)].map(([, key, assigned, double, single]) =>
    parameter(key ?? assigned ?? '', unescaped(double ?? single ?? '')),
  );
  const target = reading.query().find(({ name }) => name === 'redirect_uri')?.value ?? reading.exchange.url;
  return { mode: 'web_message', target, parameters };
}

/** Servers that write values into a script escape what is no letter or digit. */
function unescaped(text: string): string {
  return text.replace(/\\x([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function parameter(name: string, value: string): Parameter {
  return { name, value, raw: value, malformed: false };
}
