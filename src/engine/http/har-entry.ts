import type { Exchange, Header, ResourceKind } from './exchange.ts';
import { requestBodyOf, responseBodyOf } from './har-body.ts';
import type { HarDialect } from './har-dialect.ts';
import { headerNamed, headersOf, type HeaderReader } from './har-headers.ts';
import { knownOf, statedKnown } from './har-known.ts';
import { isKeptFromPage, keptFromPage } from './origin-check.ts';
import { isJsonObject, numberOf, stringOf, type JsonObject } from './json.ts';

/** Where an entry stands: what is known from its neighbours. */
export interface EntryPlace {
  readonly id: string;
  readonly source: string;
  readonly tab: number | undefined;
  readonly frame: number | undefined;
  readonly startedAt: number;
  readonly dialect: HarDialect;
  /** What reads the headers of all entries; without it each is read for itself. */
  readonly headersOf?: HeaderReader;
}

const nothing: JsonObject = {};

/** One HAR entry (HAR 1.2 §entries) as an exchange; `url` and `method` have been checked by the caller. */
export function fromHarEntry(entry: JsonObject, url: string, method: string, place: EntryPlace): Exchange {
  const request = isJsonObject(entry['request']) ? entry['request'] : nothing;
  const response = isJsonObject(entry['response']) ? entry['response'] : nothing;
  const readHeaders = place.headersOf ?? headersOf;
  const requestHeaders = readHeaders(request['headers']);
  const responseHeaders = readHeaders(response['headers']);
  const status = statusOf(response['status']);
  const postData = isJsonObject(request['postData']) ? request['postData'] : undefined;
  // A body of no announced type was sent before a redirect, which asked for the next address with GET.
  const isFollowed = place.dialect.chainsAreOne && postData?.['mimeType'] === '' && requestHeaders.length > 0;
  const requestBody = postData === undefined || isFollowed ? undefined : requestBodyOf(postData);
  const responseBody = isJsonObject(response['content']) ? responseBodyOf(response['content']) : undefined;
  const upper = isFollowed ? 'GET' : method.toUpperCase();
  const kind = kindOf(entry, upper, requestHeaders, place.frame);
  const known =
    statedKnown(entry, place.dialect) ??
    knownOf(
      { request, method: upper, status, responseHeaders, requestBody, responseBody, url },
      place.dialect,
    );
  const call = { kind, url, requestHeaders, status, responseHeaders, known };
  const isKept = !place.dialect.tellsFailures && isKeptFromPage(call);
  return {
    id: place.id,
    source: place.source,
    tab: place.tab,
    // Which frame of the page it was nobody says; that it was not the main one does.
    frame: place.frame ?? (kind === 'frame' && place.tab !== undefined ? 1 : undefined),
    initiator: initiatorOf(entry, requestHeaders),
    kind,
    method: upper,
    url,
    requestHeaders,
    requestBody,
    status,
    responseHeaders,
    responseBody,
    redirectTarget: redirectTargetOf(url, status, response, responseHeaders),
    startedAt: place.startedAt,
    respondedAt: status === undefined ? undefined : place.startedAt + waitOf(entry['timings']),
    endedAt: endOf(entry, place.startedAt),
    networkError: failureOf(entry, response, status) ?? (isKept ? keptFromPage : undefined),
    channels: ['file'],
    known,
  };
}

/** Playwright writes -1 and browsers 0 for a request that got no answer. */
function statusOf(value: unknown): number | undefined {
  const status = numberOf(value);
  return status !== undefined && Number.isInteger(status) && status >= 100 && status <= 599
    ? status
    : undefined;
}

function failureOf(entry: JsonObject, response: JsonObject, status: number | undefined): string | undefined {
  const words =
    stringOf(response['_failureText']) ?? stringOf(response['_error']) ?? stringOf(entry['_error']);
  if (words !== undefined && words !== '') return words;
  return status === undefined ? 'The recording has no answer' : undefined;
}

const schemeFirst = /^[a-z][a-z0-9+.-]*:/i;

/** The Location as sent, fragment included; resolved only when it is relative, so that its spelling is kept. */
function redirectTargetOf(
  url: string,
  status: number | undefined,
  response: JsonObject,
  headers: readonly Header[],
): string | undefined {
  if (status === undefined || status < 300 || status > 399 || status === 304) return undefined;
  const target = headerNamed(headers, 'location') ?? stringOf(response['redirectURL']);
  if (target === undefined || target === '') return undefined;
  if (schemeFirst.test(target)) return target;
  return URL.canParse(target, url) ? new URL(target, url).href : undefined;
}

/** Time until the answer's header section, from the phases that have a value (-1 means "does not apply"). */
function waitOf(timings: unknown): number {
  if (!isJsonObject(timings)) return 0;
  let sum = 0;
  for (const phase of ['blocked', 'dns', 'connect', 'send', 'wait']) {
    const value = numberOf(timings[phase]);
    if (value !== undefined && value > 0) sum += value;
  }
  return sum;
}

function endOf(entry: JsonObject, startedAt: number): number | undefined {
  const time = numberOf(entry['time']);
  return time === undefined || time < 0 ? undefined : startedAt + time;
}

function initiatorOf(entry: JsonObject, headers: readonly Header[]): string | undefined {
  const origin = headerNamed(headers, 'origin');
  if (origin !== undefined && origin !== 'null') return origin;
  const initiator = isJsonObject(entry['_initiator']) ? stringOf(entry['_initiator']['url']) : undefined;
  const page = headerNamed(headers, 'referer') ?? initiator;
  return page !== undefined && URL.canParse(page) ? new URL(page).origin : undefined;
}

function kindOf(
  entry: JsonObject,
  method: string,
  headers: readonly Header[],
  frame: number | undefined,
): ResourceKind {
  if (method === 'OPTIONS' && headerNamed(headers, 'access-control-request-method') !== undefined)
    return 'preflight';
  const destination = headerNamed(headers, 'sec-fetch-dest');
  if (destination === 'iframe' || destination === 'frame') return 'frame';
  if (destination === 'document') return 'navigation';
  const type = stringOf(entry['_resourceType']);
  if (type === 'document') return frame !== undefined && frame > 0 ? 'frame' : 'navigation';
  if (type === 'preflight') return 'preflight';
  if (type === 'fetch' || type === 'xhr') return 'fetch';
  const mode = headerNamed(headers, 'sec-fetch-mode');
  if (mode === 'navigate') return 'navigation';
  if (mode !== undefined && destination === 'empty') return 'fetch';
  if (type !== undefined || mode !== undefined) return 'other';
  if (headerNamed(headers, 'upgrade-insecure-requests') === '1') return 'navigation';
  return headerNamed(headers, 'origin') === undefined ? 'other' : 'fetch';
}
