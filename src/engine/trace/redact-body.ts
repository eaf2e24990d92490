import type { Body } from '../http/exchange.ts';
import { isPlaceholder, placeholders } from './placeholder.ts';
import { redactHtml, redactPageText } from './redact-html.ts';
import { redactJwt } from './redact-jwt.ts';
import { rememberInside } from './redact-inside.ts';
import type { Redaction } from './redaction.ts';

/** A body by what it is: JSON, form, page, JWT or plain text; anything else is hidden whole. */
export function redactBody(body: Body, redaction: Redaction): Body {
  return { ...body, mediaType: redaction.text(body.mediaType), text: redactBodyText(body, redaction) };
}

function redactBodyText({ text, mediaType }: Body, redaction: Redaction): string {
  const start = text.slice(0, 200).trimStart();
  if (start === '' || isPlaceholder(text))
    return text === '' || isPlaceholder(text) ? text : redaction.hide(text, 'body', false);
  if (mediaType.includes('json') || /^[[{"]/.test(start)) {
    const json = redaction.json(text, 'member', 0);
    if (json !== undefined) return json;
  }
  if (mediaType.includes('html') || /^<(?:!doctype html|html)/i.test(start))
    return redactHtml(text, redaction);
  if (mediaType.includes('urlencoded') || isFormLike(text)) return redaction.parameters(text, 'parameter', 0);
  const jwt = redactJwt(text.trim(), 'jwt', redaction, 0);
  if (jwt !== undefined) return jwt;
  if (/^(?:text\/plain|)$/.test(mediaType) && text.length <= 4096) return redactPageText(text, redaction);
  rememberInside(text, redaction, 0);
  return redaction.hide(text, 'body', false);
}

function isFormLike(text: string): boolean {
  return text.length <= 65_536 && /^[\w.%[\]-]{1,64}=[^\s<>{}"]*$/.test(text.replaceAll(placeholders, 'x'));
}
