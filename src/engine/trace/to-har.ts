import type { Body, Exchange } from '../http/exchange.ts';
import { parseParameters, type Parameter } from '../http/parameters.ts';
import { urlParts } from '../http/url.ts';
import type { Shareable } from './shareable.ts';
import { receiptSentence } from './words.ts';

/** The exchanges of a session as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), for other tools. */
export function toHar({ exchanges, receipt }: Shareable, version: string): string {
  const tabs = [...new Set(exchanges.map(({ tab }) => tab).filter((tab) => tab !== undefined))];
  const log = {
    version: '1.2',
    creator: { name: 'Grantscope', version },
    comment: receiptSentence(receipt),
    pages: tabs.map((tab) => ({
      startedDateTime: timeOf(exchanges.find((exchange) => exchange.tab === tab)?.startedAt ?? 0),
      id: `tab_${tab}`,
      title: `Tab ${tab}`,
      pageTimings: {},
    })),
    entries: exchanges.map(entryOf),
  };
  return `${JSON.stringify({ log }, undefined, 1)}\n`;
}

function entryOf(exchange: Exchange): unknown {
  const { startedAt, respondedAt, endedAt, status, networkError, redirectTarget, tab, frame } = exchange;
  const wait = Math.max(0, (respondedAt ?? startedAt) - startedAt);
  const receive = Math.max(0, (endedAt ?? startedAt + wait) - startedAt - wait);
  return {
    ...(tab === undefined ? {} : { pageref: `tab_${tab}` }),
    ...(tab === undefined || frame === undefined ? {} : { _frameref: `tab_${tab}_frame_${frame}` }),
    _resourceType: resourceTypes[exchange.kind],
    _known: Object.entries(exchange.known).flatMap(([part, isKnown]) => (isKnown ? [part] : [])),
    ...(exchange.known.browserHeaders === false ? { _browserHeaders: false } : {}),
    ...(exchange.known.failures === false ? { _failures: false } : {}),
    startedDateTime: timeOf(startedAt),
    time: wait + receive,
    request: requestOf(exchange),
    response: {
      status: status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: exchange.responseHeaders,
      content: contentOf(exchange.responseBody),
      redirectURL: redirectTarget ?? '',
      headersSize: -1,
      bodySize: -1,
      ...(networkError === undefined ? {} : { _error: networkError }),
    },
    cache: {},
    timings: { send: 0, wait, receive },
  };
}

function requestOf({ method, url, requestHeaders, requestBody }: Exchange): unknown {
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: requestHeaders,
    queryString: parseParameters(urlParts(url).query ?? '').map(nameAndValue),
    headersSize: -1,
    bodySize: requestBody === undefined ? -1 : requestBody.text.length,
    ...(requestBody === undefined
      ? {}
      : { postData: { mimeType: requestBody.mediaType, params: [], text: requestBody.text } }),
  };
}

function contentOf(body: Body | undefined): unknown {
  if (body === undefined) return { size: 0, mimeType: 'x-unknown' };
  return { size: body.cutFrom ?? body.text.length, mimeType: body.mediaType, text: body.text };
}

function nameAndValue({ name, value }: Parameter): unknown {
  return { name, value };
}

/** Browsers know instants finer than a millisecond: rounded, the file would tell other spans of time than the recording. */
function timeOf(instant: number): string {
  const milliseconds = Math.floor(instant);
  const finer = (instant - milliseconds).toFixed(6).slice(2).replace(/0+$/, '');
  return new Date(milliseconds).toISOString().replace('Z', `${finer}Z`);
}

const resourceTypes = {
  navigation: 'document',
  frame: 'document',
  fetch: 'fetch',
  preflight: 'preflight',
  other: 'other',
} as const;
