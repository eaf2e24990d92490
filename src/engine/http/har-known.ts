import type { Body, Header, Known } from './exchange.ts';
import type { HarDialect } from './har-dialect.ts';
import { numberOf, stringsMember, type JsonObject } from './json.ts';

/** The parts of an entry from which follows what was recorded completely. */
export interface HarParts {
  readonly request: JsonObject;
  readonly method: string;
  readonly status: number | undefined;
  readonly responseHeaders: readonly Header[];
  readonly requestBody: Body | undefined;
  readonly responseBody: Body | undefined;
  readonly url: string;
}

/** What our own HAR files say in so many words; undefined for the files of other programs. */
export function statedKnown(entry: JsonObject, dialect: HarDialect): Known | undefined {
  const stated = dialect.statesKnown ? stringsMember(entry, '_known') : undefined;
  if (stated === undefined) return undefined;
  return {
    requestHeaders: stated.includes('requestHeaders'),
    ...(entry['_browserHeaders'] === false ? { browserHeaders: false } : {}),
    requestBody: stated.includes('requestBody'),
    responseHeaders: stated.includes('responseHeaders'),
    responseBody: stated.includes('responseBody'),
    fragment: stated.includes('fragment'),
    ...(entry['_failures'] === false ? { failures: false } : {}),
  };
}

/** What follows from the entry and from the habits of the program that wrote it. */
export function knownOf(parts: HarParts, dialect: HarDialect): Known {
  const { request, method, status, responseHeaders, requestBody, responseBody, url } = parts;
  const bodiless = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  const answered = status !== undefined;
  return {
    // A request that got no answer is listed with the headers planned so far ("provisional" in DevTools).
    requestHeaders: dialect.headersComplete && answered,
    requestBody:
      (isWhole(requestBody) && (requestBody?.text !== '' || !isSized(request))) ||
      (request['postData'] === undefined &&
        (bodiless || request['bodySize'] === 0) &&
        dialect.bodiesComplete) ||
      method === 'GET',
    responseHeaders: answered && responseHeaders.length > 0 && dialect.headersComplete,
    responseBody: isWhole(responseBody) || status === 204 || method === 'HEAD',
    // No recorder writes fragments: DevTools and Playwright strip them, a proxy never receives them.
    fragment: url.includes('#'),
    ...(dialect.leavesOutFailures ? { failures: false } : {}),
  };
}

/** True where something was sent, and is not there. */
function isSized(request: JsonObject): boolean {
  return (numberOf(request['bodySize']) ?? 0) > 0;
}

function isWhole(body: Body | undefined): boolean {
  return body !== undefined && body.cutFrom === undefined;
}
