import { mayBeOAuthText } from '../engine/http/may-be-oauth-body.ts';
import { mayBeOAuthUrl } from '../engine/http/may-be-oauth.ts';
import type { PageAnswer } from '../messaging/protocol.ts';
import { natives } from './natives.ts';

/** A call of the page whose answer is worth a copy. */
export type PageCall = Pick<PageAnswer, 'method' | 'url' | 'startedAt' | 'requestBody' | 'requestMediaType'>;

/** What a hook needs of its page, taken before the page could change it. */
export interface PageParts {
  /** Makes an address absolute; throws when it is none. */
  readonly resolve: (url: string) => string;
  readonly now: () => number;
  readonly report: (answer: PageAnswer) => void;
  /** Told of each telling call before it is made. */
  readonly called: (call: PageCall) => void;
}

const largest = 262_144;
const printForm = natives.URLSearchParams.prototype.toString;

/** The call as an observation begins; undefined when its answer is none of our business. */
export function pageCallOf(
  method: string,
  address: string,
  body: unknown,
  { resolve, now, called }: PageParts,
): PageCall | undefined {
  const url = resolve(address);
  const requestBody = textOf(body);
  if (!mayBeOAuthUrl(url) && !mayBeOAuthText(requestBody ?? '')) return undefined;
  const call: PageCall = {
    method: method.toUpperCase(),
    url,
    startedAt: now(),
    requestBody,
    requestMediaType: mediaTypeOf(requestBody),
  };
  called(call);
  return call;
}

/** Is an answer of this type text that ends, as against a stream or a picture? */
export function isReadable(mediaType: string): boolean {
  return /^(?:text\/(?:html|plain|xml)|application\/(?:[\w.+-]*\b(?:json|jwt|xml)|x-www-form-urlencoded))?$/iu.test(
    mediaType,
  );
}

/** The report of a call that was answered from `url` (empty: not told), no longer than what is kept. */
export function pageAnswerOf(
  call: PageCall,
  url: string,
  answer: Pick<PageAnswer, 'status' | 'responseMediaType'> & { readonly text: string },
): PageAnswer | undefined {
  const { status, responseMediaType, text } = answer;
  if (text.length > largest) return undefined;
  const found = { ...call, status, responseMediaType, responseBody: text };
  if (url === '') return found;
  const [asked] = call.url.split('#');
  // A GET stays one.
  return url === asked || call.method === 'GET' ? { ...found, url } : { ...found, url, redirected: true };
}

function textOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body.length > largest ? undefined : body;
  return body instanceof natives.URLSearchParams ? printForm.call(body) : undefined;
}

/** Only to tell a form: what was sent in full is known from the browser itself. */
function mediaTypeOf(body: string | undefined): string {
  if (body === undefined) return '';
  return body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';
}
