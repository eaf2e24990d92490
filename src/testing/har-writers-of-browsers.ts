import type { Exchange } from '../engine/http/exchange.ts';
import {
  decodedFields,
  isForm,
  joined,
  localTime,
  requestLine,
  spans,
  typeSent,
  withPseudoHeaders,
  type HarWriter,
} from './har-writer.ts';

const page = (id: string): object => ({
  id,
  title: 'https://app.test/',
  startedDateTime: '2026-01-01T00:00:00.000Z',
  pageTimings: {},
});

const resourceTypes = {
  navigation: 'document',
  frame: 'document',
  fetch: 'fetch',
  preflight: 'preflight',
  other: 'script',
};

/** devtools-frontend, models/har/Log.ts; Edge has the same. */
function chromium(leftOut: RegExp, initiator: object): HarWriter {
  return {
    creator: { name: 'WebInspector', version: '537.36' },
    pages: [page('page_1')],
    entry(exchange) {
      const { requestBody, responseHeaders, status } = exchange;
      const kept = ({ name }: { readonly name: string }): boolean => !leftOut.test(name);
      return {
        _connectionId: '88',
        _initiator: initiator,
        _priority: 'High',
        _resourceType: resourceTypes[exchange.kind],
        cache: {},
        pageref: 'page_1',
        request: {
          ...requestLine(exchange),
          headers: (status === undefined ? exchange.requestHeaders : withPseudoHeaders(exchange)).filter(
            kept,
          ),
          bodySize: requestBody?.text.length ?? 0,
          ...(requestBody === undefined
            ? {}
            : {
                postData: {
                  mimeType: typeSent(exchange.requestHeaders),
                  text: requestBody.text,
                  ...(isForm(requestBody) ? { params: decodedFields(requestBody) } : {}),
                },
              }),
        },
        response: {
          status: status ?? 0,
          statusText: '',
          headers: responseHeaders.filter(kept),
          cookies: [],
          content: {
            size: exchange.responseBody?.text.length ?? 0,
            mimeType: status === undefined ? 'x-unknown' : typeSent(responseHeaders).replace(/;.*/, ''),
            ...(exchange.responseBody === undefined ? {} : { text: exchange.responseBody.text }),
          },
          redirectURL: exchange.redirectTarget ?? '',
          _error: exchange.networkError ?? null,
        },
        startedDateTime: new Date(exchange.startedAt).toJSON(),
        time: (exchange.endedAt ?? exchange.startedAt) - exchange.startedAt,
        timings: {
          blocked: -1,
          dns: -1,
          ssl: -1,
          connect: -1,
          send: 0,
          ...spans(exchange),
          _workerStart: -1,
        },
      };
    },
  };
}

/** netmonitor, src/har/har-builder.js; an answer that the page may not read is listed as it came. */
const firefox: HarWriter = {
  creator: { name: 'Firefox', version: '150.0' },
  pages: [page('page_1')],
  isOnWire: true,
  entry(exchange) {
    const { requestBody, responseHeaders, responseBody } = exchange;
    return {
      startedDateTime: localTime(exchange.startedAt, 60),
      request: {
        ...requestLine(exchange),
        headers: exchange.requestHeaders,
        bodySize: requestBody?.text.length ?? 0,
        ...(requestBody === undefined
          ? {}
          : { postData: { mimeType: requestBody.mediaType, params: [], text: requestBody.text } }),
      },
      response: {
        status: exchange.status ?? 0,
        headers: responseHeaders,
        cookies: [],
        content: {
          mimeType: typeSent(responseHeaders),
          size: responseBody?.text.length ?? 0,
          ...(responseBody === undefined ? {} : { text: responseBody.text }),
        },
        redirectURL: exchange.redirectTarget ?? '',
      },
      cache: {},
      timings: { blocked: 0, dns: 0, connect: 0, ssl: 0, send: 0, ...spans(exchange) },
      time: (exchange.endedAt ?? exchange.startedAt) - exchange.startedAt,
      _securityState: 'secure',
      pageref: 'page_1',
    };
  },
};

/**
 * Web Inspector, Controllers/HARBuilder.js and Models/Resource.js: of a chain of redirects one entry, with the method, the
 * body and the time of its first request and with the rest of its last; nothing that failed.
 */
const safari: HarWriter = {
  creator: { name: 'WebKit Web Inspector', version: '20621.1.15' },
  pages: [page('page_0')],
  lists(exchanges) {
    const listed: Exchange[] = [];
    let first: Exchange | undefined;
    let next: string | undefined;
    for (const exchange of exchanges) {
      if (first === undefined || exchange.url !== next) first = exchange;
      next = exchange.redirectTarget;
      const { method, requestBody, startedAt } = first;
      if (next === undefined && exchange.networkError === undefined)
        listed.push({ ...exchange, method, requestBody, startedAt });
    }
    return listed;
  },
  entry(exchange) {
    const { requestBody, responseBody, responseHeaders } = exchange;
    return {
      pageref: 'page_0',
      startedDateTime: new Date(exchange.startedAt).toISOString(),
      time: (exchange.endedAt ?? exchange.startedAt) - exchange.startedAt,
      request: {
        ...requestLine(exchange),
        headers: joined(exchange.requestHeaders, ', '),
        bodySize: -1,
        ...(requestBody === undefined
          ? {}
          : {
              postData: {
                mimeType: typeSent(exchange.requestHeaders),
                text: requestBody.text,
                params: decodedFields(requestBody),
              },
            }),
      },
      response: {
        status: exchange.status,
        statusText: 'OK',
        headers: joined(responseHeaders, ', '),
        cookies: [],
        content: {
          size: responseBody?.text.length ?? 0,
          compression: 0,
          mimeType: typeSent(responseHeaders).replace(/;.*/, ''),
          ...(responseBody === undefined ? {} : { text: responseBody.text }),
        },
        redirectURL: '',
        _transferSize: 411,
      },
      cache: {},
      timings: { blocked: 0, dns: -1, connect: -1, ssl: -1, send: 0, ...spans(exchange) },
      _fetchType: 'Network Load',
    };
  },
};

/** How browsers' tools write what they saw. */
export const browserWriters: Readonly<Record<string, HarWriter>> = {
  Chrome: chromium(/^\0/, { type: 'script', url: 'https://app.test/main.js', lineNumber: 3 }),
  'Chrome, sanitized': chromium(/^(?:cookie|set-cookie|authorization)$/i, { type: 'other' }),
  Edge: chromium(/^\0/, { type: 'script', stack: { callFrames: [] } }),
  Firefox: firefox,
  Safari: safari,
};
