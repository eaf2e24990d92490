import type { Body, Exchange } from './exchange.ts';
import { headerValue } from './headers.ts';
import { htmlText } from './html-text.ts';
import { parseJsonObject, type JsonObject } from './json.ts';
import { parseParameters, type Parameter } from './parameters.ts';
import { urlParts, type UrlParts } from './url.ts';

/** An exchange with its parts parsed on first use, once; what is never asked for costs nothing. */
export interface Reading {
  readonly exchange: Exchange;
  url(): UrlParts;
  query(): readonly Parameter[];
  fragment(): readonly Parameter[];
  /** Parameters of a form body; empty for other bodies. */
  form(): readonly Parameter[];
  requestJson(): JsonObject | undefined;
  redirect(): UrlParts | undefined;
  redirectQuery(): readonly Parameter[];
  redirectFragment(): readonly Parameter[];
  responseJson(): JsonObject | undefined;
  /** Visible text when the answer is a page or plain text, '' otherwise. */
  responseText(): string;
  requestHeader(name: string): string | undefined;
  responseHeader(name: string): string | undefined;
}

/** Wraps an exchange for reading. */
export function readingOf(exchange: Exchange): Reading {
  const url = once(() => urlParts(exchange.url));
  const redirect = once(() =>
    exchange.redirectTarget === undefined ? undefined : urlParts(exchange.redirectTarget),
  );
  return {
    exchange,
    url,
    query: once(() => parseParameters(url().query ?? '')),
    fragment: once(() => parseParameters(fragmentParameters(url().fragment))),
    form: once(() => formOf(exchange.requestBody)),
    requestJson: once(() => jsonOf(exchange.requestBody)),
    redirect,
    redirectQuery: once(() => parseParameters(redirect()?.query ?? '')),
    redirectFragment: once(() => parseParameters(fragmentParameters(redirect()?.fragment))),
    responseJson: once(() => jsonOf(exchange.responseBody)),
    responseText: once(() => textOf(exchange.responseBody)),
    requestHeader: (name) => headerValue(exchange.requestHeaders, name),
    responseHeader: (name) => headerValue(exchange.responseHeaders, name),
  };
}

/** The parameters of a form body, also when the client named no or a wrong media type but the text is one. */
export function formOf(body: Body | undefined): readonly Parameter[] {
  if (body === undefined || body.text === '' || /^\s*[{[]/.test(body.text)) return [];
  if (body.mediaType === 'application/x-www-form-urlencoded') return parseParameters(body.text);
  if (body.mediaType === 'multipart/form-data') return partsOf(body.text);
  const looksLikeForm = /^[\w.%~-]+=[^\s{}<>"]*(?:&[\w.%~-]+=|$)/.test(body.text);
  const mayBeForm =
    body.mediaType === '' || body.mediaType.startsWith('text/plain') || body.mediaType.includes('json');
  return looksLikeForm && mayBeForm ? parseParameters(body.text.trim()) : [];
}

/** The fields of a multipart body that have one line each (RFC 7578 §4.2); a longer one is a file, one without an end is cut off. */
function partsOf(text: string): readonly Parameter[] {
  const ended = `\n${text}`.split(/\r?\n--/).slice(0, -1);
  return ended.flatMap((part) => {
    const [head = '', value, ...more] = part.split(/\r?\n\r?\n/);
    const name = /; ?name="([^"\r\n]*)"/.exec(head)?.[1];
    if (name === undefined || value === undefined || more.length > 0 || /[\r\n]/.test(value)) return [];
    return [{ name, value, raw: value, malformed: false }];
  });
}

/** The body as a JSON object whatever media type it claims; undefined when it is none. */
export function jsonOf(body: Body | undefined): JsonObject | undefined {
  return body === undefined ? undefined : parseJsonObject(body.text);
}

/** The visible text of a page or plain text answer. */
export function textOf(body: Body | undefined): string {
  if (body === undefined || body.text === '') return '';
  if (body.mediaType.includes('html') || /^\s*<(?:!doctype|html|head|body|div|p)\b/i.test(body.text)) {
    return htmlText(body.text);
  }
  return body.mediaType.startsWith('text/') || body.mediaType === '' ? body.text.slice(0, 16_384) : '';
}

/** Hash routers put a path before the parameters: `#/callback?code=…`, or a slash: `#/code=…`. */
function fragmentParameters(fragment: string | undefined): string {
  if (fragment === undefined) return '';
  const question = fragment.indexOf('?');
  if (question >= 0 && !fragment.slice(0, question).includes('=')) return fragment.slice(question + 1);
  return fragment.replace(/^[!/]{1,2}(?=[\w.]{1,64}=)/, '');
}

function once<T>(compute: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: compute() }).value;
}
