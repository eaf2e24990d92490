import { bodyCap } from './browser-body.ts';
import type { Body } from './exchange.ts';
import { htmlText, htmlTitle } from './html-text.ts';

/** Longer pages are kept as title and visible text only. */
const pageCap = 32_768;

/** A body whose exact text is known, cut to the cap. */
export function bodyOfText(text: string, mediaType: string): Body {
  return {
    text: text.slice(0, bodyCap),
    mediaType,
    fidelity: 'exact',
    cutFrom: text.length > bodyCap ? text.length : undefined,
  };
}

/** The body of an answer; of a long page what a person would read of it. */
export function bodyOfAnswer(text: string, mediaType: string): Body {
  if (!mediaType.includes('html') || text.length <= pageCap) return bodyOfText(text, mediaType);
  const words = htmlText(text).slice(0, pageCap);
  return {
    text: `<title>${escape(htmlTitle(text) ?? '')}</title>\n<pre>${escape(words)}</pre>`,
    mediaType,
    fidelity: 'rebuilt',
    cutFrom: text.length,
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
