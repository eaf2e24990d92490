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

const unmeasured = { blocked: -1, dns: -1, connect: -1, ssl: -1 };

/** Not published; from its exports in public repositories (4.5, 4.6). */
const charles: HarWriter = {
  creator: { name: 'Charles Proxy', version: '4.6.3' },
  isOnWire: true,
  entry(exchange) {
    const { requestBody, responseBody, status, redirectTarget, responseHeaders, startedAt } = exchange;
    const postData =
      requestBody === undefined
        ? {}
        : {
            postData: {
              mimeType: typeSent(exchange.requestHeaders),
              ...(isForm(requestBody) ? { params: decodedFields(requestBody) } : { text: requestBody.text }),
            },
          };
    return {
      startedDateTime: localTime(startedAt, -420),
      time: Math.round((exchange.endedAt ?? startedAt) - startedAt),
      request: { ...requestLine(exchange), headers: withPseudoHeaders(exchange), ...postData },
      response: {
        _charlesStatus: 'COMPLETE',
        status,
        statusText: null,
        headers: [{ name: ':status', value: String(status) }, ...responseHeaders],
        content: { size: 1, mimeType: typeSent(responseHeaders), ...textOf(exchange) },
        redirectURL: redirectTarget ?? null,
        headersSize: 0,
        bodySize: responseBody?.text.length ?? 0,
      },
      cache: {},
      timings: { ...spans(exchange), send: 0 },
    };
  },
};

/** BasicFormats' exporter of HTTP archives. */
const fiddler: HarWriter = {
  creator: { name: 'Fiddler', version: '5.0.20253.3311', comment: 'http://www.fiddler2.com' },
  pages: [],
  before: '\ufeff',
  isOnWire: true,
  entry(exchange) {
    const { requestBody, responseHeaders, startedAt } = exchange;
    const mimeType = typeSent(exchange.requestHeaders).replace(/;.*/, '');
    return {
      startedDateTime: localTime(startedAt, 120, 7),
      request: {
        ...requestLine(exchange),
        headers: exchange.requestHeaders,
        bodySize: requestBody?.text.length ?? 0,
        ...(requestBody === undefined || requestBody.text === ''
          ? {}
          : {
              postData: isForm(requestBody)
                ? { mimeType, params: decodedFields(requestBody) }
                : { mimeType, text: requestBody.text },
            }),
      },
      response: {
        status: exchange.status,
        headers: responseHeaders,
        redirectURL: exchange.redirectTarget ?? '',
        content: { size: 1, compression: 0, mimeType: typeSent(responseHeaders), ...fiddlerText(exchange) },
      },
      cache: {},
      time: Math.round((exchange.endedAt ?? startedAt) - startedAt),
      timings: { blocked: -1, dns: 0, connect: 0, ssl: 0, send: 0, ...spans(exchange) },
      connection: '51234',
    };
  },
};

/** What it does not take for text is base64. */
function fiddlerText({ responseBody, responseHeaders }: Exchange): object {
  if (responseBody === undefined) return {};
  const isText = /^(?:text\/|application\/(?:json|javascript|xml|xhtml))/.test(typeSent(responseHeaders));
  return isText ? { text: responseBody.text } : { encoding: 'base64', text: base64(responseBody.text) };
}

/** savehar.py */
const mitmproxy: HarWriter = {
  creator: { name: 'mitmproxy', version: '11.0.2', comment: '' },
  pages: [],
  isOnWire: true,
  entry(exchange) {
    const { requestBody, responseHeaders, method } = exchange;
    return {
      startedDateTime: localTime(exchange.startedAt, 0, 6),
      time: (exchange.endedAt ?? exchange.startedAt) - exchange.startedAt,
      request: {
        ...requestLine(exchange),
        headers: exchange.requestHeaders,
        bodySize: requestBody?.text.length ?? 0,
        ...(method === 'POST'
          ? {
              postData: {
                mimeType: typeSent(exchange.requestHeaders),
                text: requestBody?.text ?? '',
                params: requestBody === undefined ? [] : decodedFields(requestBody),
              },
            }
          : {}),
      },
      response: {
        status: exchange.status,
        headers: responseHeaders,
        content: {
          size: 1,
          compression: 0,
          mimeType: typeSent(responseHeaders),
          text: exchange.responseBody?.text ?? '',
        },
        redirectURL: exchange.redirectTarget ?? '',
      },
      cache: {},
      timings: { connect: -1, ssl: -1, send: 0, ...spans(exchange) },
    };
  },
};

/** Not published; from its exports in public repositories (2.31 and later). */
const proxyman: HarWriter = {
  creator: { name: 'Proxyman', version: '5.10.0' },
  isOnWire: true,
  entry(exchange) {
    const { requestBody, responseBody, responseHeaders, startedAt } = exchange;
    return {
      _id: exchange.id,
      _isHTTPS: true,
      _webSocketMessages: null,
      _clientName: 'Google Chrome',
      startedDateTime: localTime(startedAt, 420, 3, ''),
      time: (exchange.endedAt ?? startedAt) - startedAt,
      request: {
        ...requestLine(exchange),
        bodySize: -1,
        headers: exchange.requestHeaders,
        ...(requestBody === undefined
          ? {}
          : {
              postData: { mimeType: typeSent(exchange.requestHeaders), text: requestBody.text, params: [] },
            }),
      },
      response: {
        status: exchange.status,
        headers: responseHeaders,
        content: {
          size: 1,
          mimeType: typeSent(responseHeaders),
          ...(responseBody === undefined ? {} : { encoding: 'base64', text: base64(responseBody.text) }),
        },
        redirectURL: '',
      },
      cache: {},
      timings: { ...unmeasured, connect: 1, send: -1, wait: -1, receive: -1 },
      comment: '',
    };
  },
};

/** httptoolkit-ui, src/model/http/har.ts */
const httpToolkit: HarWriter = {
  creator: { name: 'HTTP Toolkit', version: '1.20.0' },
  pages: [
    {
      id: 'Chrome 120 (Linux)',
      title: 'Chrome 120 (Linux)',
      startedDateTime: '2026-01-01T00:00:00.000Z',
      pageTimings: {},
    },
  ],
  isOnWire: true,
  entry(exchange) {
    const { requestBody, responseHeaders, startedAt } = exchange;
    const mimeType = typeSent(exchange.requestHeaders);
    return {
      pageref: 'Chrome 120 (Linux)',
      startedDateTime: localTime(startedAt, 60),
      time: (exchange.endedAt ?? startedAt) - startedAt,
      request: {
        ...requestLine(exchange),
        headers: joined(withPseudoHeaders(exchange), ','),
        bodySize: requestBody?.text.length ?? 0,
        ...(requestBody === undefined || requestBody.text === ''
          ? {}
          : {
              postData: {
                mimeType,
                ...(mimeType === requestBody.mediaType ? { params: decodedFields(requestBody) } : {}),
                text: requestBody.text,
              },
            }),
      },
      response: {
        status: exchange.status,
        cookies: [],
        headers: joined(responseHeaders, ','),
        content: { size: 1, mimeType: typeSent(responseHeaders), ...textOf(exchange) },
        redirectURL: '',
      },
      cache: {},
      timings: { ...unmeasured, send: 0, ...spans(exchange) },
    };
  },
};

function textOf({ responseBody }: Exchange): object {
  return responseBody === undefined ? {} : { text: responseBody.text };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** How proxies write what they saw. */
export const proxyWriters: Readonly<Record<string, HarWriter>> = {
  Charles: charles,
  Fiddler: fiddler,
  mitmproxy,
  Proxyman: proxyman,
  'HTTP Toolkit': httpToolkit,
};
