import { mediaTypeOf, requestBodyOf, responseBodyOf } from './har-body.ts';
import { parseHarTime } from './har-time.ts';
import { isJsonObject, numberOf, stringOf, type JsonObject } from './json.ts';
import { mayBeOAuthText } from './may-be-oauth-body.ts';
import { mayBeOAuthUrl } from './may-be-oauth.ts';
import type { ObservedAnswer } from './observed-answer.ts';

/** What `devtools.network` says of a finished request before its body is asked for. */
export type FinishedRequest = Omit<ObservedAnswer, 'id' | 'channel' | 'tab' | 'responseBody'>;

const nothing: JsonObject = {};

/** Reads the HAR entry of a finished request; undefined when it is none. */
export function fromFinishedRequest(entry: unknown): FinishedRequest | undefined {
  if (!isJsonObject(entry) || !isJsonObject(entry['request'])) return undefined;
  const { request } = entry;
  const response = isJsonObject(entry['response']) ? entry['response'] : nothing;
  const content = isJsonObject(response['content']) ? response['content'] : nothing;
  const method = stringOf(request['method']);
  const url = stringOf(request['url']);
  const startedAt = parseHarTime(stringOf(entry['startedDateTime']) ?? '');
  if (method === undefined || url === undefined || startedAt === undefined) return undefined;
  const body = isJsonObject(request['postData']) ? requestBodyOf(request['postData']) : undefined;
  const status = numberOf(response['status']) ?? 0;
  return {
    method: method.toUpperCase(),
    url,
    startedAt,
    status: status >= 100 ? status : undefined,
    requestBody: body?.fidelity === 'exact' && body.cutFrom === undefined ? body.text : undefined,
    requestMediaType: body?.mediaType ?? '',
    responseMediaType: mediaTypeOf(content['mimeType']),
  };
}

/** Is the body of this answer worth asking for? Pages are, since they may show an error. */
export function mayHaveTellingBody(request: FinishedRequest): boolean {
  const { status, url, requestBody, responseMediaType } = request;
  // An API says in it why it refused a token.
  if (status === 401 || status === 403) return true;
  if (status !== undefined && status >= 300 && status < 400) return false;
  return responseMediaType.includes('html') || mayBeOAuthUrl(url) || mayBeOAuthText(requestBody ?? '');
}

/** The text of an answer as `getContent` gives it; undefined when it is not text. */
export function textOfContent(text: string, isBase64: boolean): string | undefined {
  const body = responseBodyOf(isBase64 ? { text, encoding: 'base64' } : { text });
  return body?.cutFrom === undefined ? body?.text : undefined;
}
